/**
 * What following requests costs.
 */
@NullMarked
package io.github.gmr.benchmarks.requests;

import org.jspecify.annotations.NullMarked;
