/**
 * Runs applications as processes of their own and reads the reports they print.
 */
@NullMarked
package io.github.gmr.process;

import org.jspecify.annotations.NullMarked;
