/**
 * Benchmarks, in the package of the views because the text of threads is no public API.
 */
@NullMarked
package io.github.gmr.view;

import org.jspecify.annotations.NullMarked;
