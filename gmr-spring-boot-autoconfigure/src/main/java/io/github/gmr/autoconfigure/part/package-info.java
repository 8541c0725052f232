/**
 * Names of the parts of reports, and what switches them on and off.
 */
@NullMarked
package io.github.gmr.autoconfigure.part;

import org.jspecify.annotations.NullMarked;
