/**
 * Views that write a redacted report in a format.
 */
@NullMarked
package io.github.gmr.view;

import org.jspecify.annotations.NullMarked;
