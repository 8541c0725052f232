/**
 * The sections about memory, garbage collections and the classes on the heap.
 */
@NullMarked
package io.github.gmr.section.memory;

import org.jspecify.annotations.NullMarked;
