/**
 * The section about what has changed since the last report.
 */
@NullMarked
package io.github.gmr.section.timeline;

import org.jspecify.annotations.NullMarked;
