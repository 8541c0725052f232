/**
 * How benchmarks that run side by side are measured.
 */
@NullMarked
package io.github.gmr.benchmarks.measurement;

import org.jspecify.annotations.NullMarked;
