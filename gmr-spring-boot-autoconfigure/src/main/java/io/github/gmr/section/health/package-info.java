/**
 * The section about health checks.
 */
@NullMarked
package io.github.gmr.section.health;

import org.jspecify.annotations.NullMarked;
