/**
 * Configuration of masking.
 */
@NullMarked
package io.github.gmr.autoconfigure.redact;

import org.jspecify.annotations.NullMarked;
