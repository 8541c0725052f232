/**
 * What a whole report costs, next to what it replaces.
 */
@NullMarked
package io.github.gmr.benchmarks.reports;

import org.jspecify.annotations.NullMarked;
