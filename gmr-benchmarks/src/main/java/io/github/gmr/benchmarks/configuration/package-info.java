/**
 * What the Configuration section and masking cost.
 */
@NullMarked
package io.github.gmr.benchmarks.configuration;

import org.jspecify.annotations.NullMarked;
