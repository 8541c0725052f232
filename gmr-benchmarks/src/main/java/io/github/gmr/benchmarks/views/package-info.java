/**
 * What the views cost.
 */
@NullMarked
package io.github.gmr.benchmarks.views;

import org.jspecify.annotations.NullMarked;
