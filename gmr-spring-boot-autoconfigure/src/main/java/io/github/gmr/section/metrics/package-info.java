/**
 * The section about meters.
 */
@NullMarked
package io.github.gmr.section.metrics;

import org.jspecify.annotations.NullMarked;
