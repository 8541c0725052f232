/**
 * Text, sizes and times as content has them: well-formed, limited, visible.
 */
@NullMarked
package io.github.gmr.content.text;

import org.jspecify.annotations.NullMarked;
