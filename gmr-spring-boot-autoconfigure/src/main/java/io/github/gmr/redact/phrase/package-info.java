/**
 * Phrases in which a secret stands at a certain place: of programs, commands, errors and
 * connection strings.
 */
@NullMarked
package io.github.gmr.redact.phrase;

import org.jspecify.annotations.NullMarked;
