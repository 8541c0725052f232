/**
 * The section about platform threads.
 */
@NullMarked
package io.github.gmr.section.threads;

import org.jspecify.annotations.NullMarked;
