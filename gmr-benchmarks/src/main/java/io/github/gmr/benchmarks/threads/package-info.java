/**
 * What the sections about threads cost.
 */
@NullMarked
package io.github.gmr.benchmarks.threads;

import org.jspecify.annotations.NullMarked;
