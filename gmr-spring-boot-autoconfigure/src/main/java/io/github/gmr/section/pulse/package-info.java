/**
 * Figures whose change over time matters, and the source that sections implement to have
 * some.
 */
@NullMarked
package io.github.gmr.section.pulse;

import org.jspecify.annotations.NullMarked;
