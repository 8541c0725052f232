/**
 * Secrets that sentences tell after the words for them.
 */
@NullMarked
package io.github.gmr.redact.mention;

import org.jspecify.annotations.NullMarked;
