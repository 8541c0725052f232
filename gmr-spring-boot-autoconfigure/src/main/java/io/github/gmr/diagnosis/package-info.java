/**
 * Finds out which findings follow from which.
 */
@NullMarked
package io.github.gmr.diagnosis;

import org.jspecify.annotations.NullMarked;
