/**
 * Reports as text.
 */
@NullMarked
package io.github.gmr.view.text;

import org.jspecify.annotations.NullMarked;
