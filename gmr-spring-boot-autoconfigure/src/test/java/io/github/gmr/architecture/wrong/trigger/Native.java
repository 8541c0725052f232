package io.github.gmr.architecture.wrong.trigger;

import jnr.posix.util.SunMiscSignal;

/**
 * Right: jnr may serve here.
 */
public record Native(SunMiscSignal signal) {

}
