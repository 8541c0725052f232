/**
 * The sections about executors and scheduled tasks.
 */
@NullMarked
package io.github.gmr.section.executor;

import org.jspecify.annotations.NullMarked;
