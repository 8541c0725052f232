/**
 * What asks for a report from outside the application: the signal.
 */
@NullMarked
package io.github.gmr.trigger;

import org.jspecify.annotations.NullMarked;
