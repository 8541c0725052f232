package io.github.gmr.architecture.wrong.actuate;

import io.github.gmr.architecture.wrong.autoconfigure.Wiring;

/**
 * Wrong: the endpoint knows the wiring.
 */
public record Endpoint(Wiring wiring) {

}
