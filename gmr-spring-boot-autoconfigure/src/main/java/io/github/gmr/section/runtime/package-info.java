/**
 * The section about the JVM.
 */
@NullMarked
package io.github.gmr.section.runtime;

import org.jspecify.annotations.NullMarked;
