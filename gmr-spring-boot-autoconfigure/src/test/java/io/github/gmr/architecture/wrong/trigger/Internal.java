package io.github.gmr.architecture.wrong.trigger;

/**
 * Wrong: uses an internal class of the JDK.
 */
public record Internal(sun.misc.Signal signal) {

}
