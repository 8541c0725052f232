package io.github.gmr.architecture.wrong.sink;

import jnr.posix.util.SunMiscSignal;

/**
 * Wrong: knows jnr.
 */
public record Posix(SunMiscSignal signal) {

}
