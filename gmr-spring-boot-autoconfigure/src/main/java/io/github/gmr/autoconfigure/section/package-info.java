/**
 * Auto-configuration of the built-in sections.
 */
@NullMarked
package io.github.gmr.autoconfigure.section;

import org.jspecify.annotations.NullMarked;
