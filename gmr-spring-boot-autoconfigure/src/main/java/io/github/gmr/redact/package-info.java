/**
 * The one step that masks secrets: a report and an audience in, a redacted report out.
 */
@NullMarked
package io.github.gmr.redact;

import org.jspecify.annotations.NullMarked;
