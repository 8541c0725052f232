/**
 * Sinks that take rendered reports: standard error, files and those of the application.
 */
@NullMarked
package io.github.gmr.sink;

import org.jspecify.annotations.NullMarked;
