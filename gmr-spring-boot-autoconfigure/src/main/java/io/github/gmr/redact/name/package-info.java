/**
 * What names say: whether a value of this name is a secret.
 */
@NullMarked
package io.github.gmr.redact.name;

import org.jspecify.annotations.NullMarked;
