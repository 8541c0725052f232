/**
 * Locks, the threads that hold them and wait for them, and deadlocks.
 */
@NullMarked
package io.github.gmr.section.lock;

import org.jspecify.annotations.NullMarked;
