/**
 * Names and values that stand in rows and columns.
 */
@NullMarked
package io.github.gmr.redact.row;

import org.jspecify.annotations.NullMarked;
