package io.github.gmr.architecture.wrong;

import io.github.gmr.architecture.wrong.trigger.Signal;

/**
 * Wrong: the door knows who knocks.
 */
public record Door(Signal signal) {

}
