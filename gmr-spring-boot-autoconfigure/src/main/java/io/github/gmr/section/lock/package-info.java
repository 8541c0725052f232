/**
 * Locks, who holds them, who waits for them, and deadlocks.
 */
@NullMarked
package io.github.gmr.section.lock;

import org.jspecify.annotations.NullMarked;
