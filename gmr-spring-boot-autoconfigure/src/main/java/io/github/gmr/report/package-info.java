/**
 * Reports and the generator that runs sections under time limits.
 */
@NullMarked
package io.github.gmr.report;

import org.jspecify.annotations.NullMarked;
