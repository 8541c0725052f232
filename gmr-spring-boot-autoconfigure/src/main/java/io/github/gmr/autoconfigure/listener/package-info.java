/**
 * What is made of each report besides the report itself: meters and events.
 */
@NullMarked
package io.github.gmr.autoconfigure.listener;

import org.jspecify.annotations.NullMarked;
