/**
 * Names and switches of the parts of reports.
 */
@NullMarked
package io.github.gmr.autoconfigure.part;

import org.jspecify.annotations.NullMarked;
