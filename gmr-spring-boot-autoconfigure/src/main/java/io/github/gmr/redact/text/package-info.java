/**
 * What all searches for secrets in a text have in common.
 */
@NullMarked
package io.github.gmr.redact.text;

import org.jspecify.annotations.NullMarked;
