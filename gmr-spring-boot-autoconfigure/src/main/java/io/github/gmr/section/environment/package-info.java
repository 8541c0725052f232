/**
 * The section about the configuration, read from the Environment.
 */
@NullMarked
package io.github.gmr.section.environment;

import org.jspecify.annotations.NullMarked;
