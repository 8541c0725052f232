/**
 * An application of many libraries, and what its reports say about the work that these
 * have observed.
 */
@NullMarked
package io.github.gmr.observed;

import org.jspecify.annotations.NullMarked;
