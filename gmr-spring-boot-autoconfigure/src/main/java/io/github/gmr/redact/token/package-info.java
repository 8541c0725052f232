/**
 * Secrets that say by their own form what they are.
 */
@NullMarked
package io.github.gmr.redact.token;

import org.jspecify.annotations.NullMarked;
