/**
 * What content says about threads, their stacks and their locks.
 */
@NullMarked
package io.github.gmr.content.thread;

import org.jspecify.annotations.NullMarked;
