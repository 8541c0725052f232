/**
 * The section about virtual threads.
 */
@NullMarked
package io.github.gmr.section.virtual;

import org.jspecify.annotations.NullMarked;
