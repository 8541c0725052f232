/**
 * The section about what was logged.
 */
@NullMarked
package io.github.gmr.section.log;

import org.jspecify.annotations.NullMarked;
