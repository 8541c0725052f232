/**
 * One run of a report, from who asks to where it goes, and what all applications of this
 * JVM share.
 */
@NullMarked
package io.github.gmr.engine;

import org.jspecify.annotations.NullMarked;
