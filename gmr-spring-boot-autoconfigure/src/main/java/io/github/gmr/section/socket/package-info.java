/**
 * The section about the network connections of this process.
 */
@NullMarked
package io.github.gmr.section.socket;

import org.jspecify.annotations.NullMarked;
