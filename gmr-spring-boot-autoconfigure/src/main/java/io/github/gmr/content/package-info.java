/**
 * What a section says, as data: normalised when it is made, so that no view can fail
 * half-way.
 */
@NullMarked
package io.github.gmr.content;

import org.jspecify.annotations.NullMarked;
