/**
 * Reports as an HTML page.
 */
@NullMarked
package io.github.gmr.view.html;

import org.jspecify.annotations.NullMarked;
