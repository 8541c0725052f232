/**
 * Where secrets stand in text.
 */
@NullMarked
package io.github.gmr.redact.find;

import org.jspecify.annotations.NullMarked;
