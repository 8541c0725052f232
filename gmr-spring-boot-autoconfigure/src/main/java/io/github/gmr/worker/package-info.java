/**
 * Threads that run what may hang, and the one way to call it.
 */
@NullMarked
package io.github.gmr.worker;

import org.jspecify.annotations.NullMarked;
