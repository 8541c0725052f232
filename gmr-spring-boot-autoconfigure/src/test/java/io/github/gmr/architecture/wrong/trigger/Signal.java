package io.github.gmr.architecture.wrong.trigger;

import io.github.gmr.architecture.wrong.actuate.Endpoint;

/**
 * Wrong: a trigger knows the endpoint beside it.
 */
public record Signal(Endpoint endpoint) {

}
