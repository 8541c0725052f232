/**
 * What the Configuration section and masking cost.
 */
package io.github.gmr.benchmarks.configuration;
