/**
 * What requests a report from outside the application: the signal and the touched file.
 */
@NullMarked
package io.github.gmr.trigger;

import org.jspecify.annotations.NullMarked;
