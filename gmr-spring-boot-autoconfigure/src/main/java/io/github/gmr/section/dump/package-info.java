/**
 * The JDK's dump of virtual threads, taken and read as a stream.
 */
@NullMarked
package io.github.gmr.section.dump;

import org.jspecify.annotations.NullMarked;
