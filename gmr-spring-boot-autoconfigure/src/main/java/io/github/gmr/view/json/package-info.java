/**
 * Reports as JSON.
 */
@NullMarked
package io.github.gmr.view.json;

import org.jspecify.annotations.NullMarked;
