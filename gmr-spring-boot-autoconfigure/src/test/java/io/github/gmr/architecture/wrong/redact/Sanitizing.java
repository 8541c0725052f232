package io.github.gmr.architecture.wrong.redact;

import org.springframework.boot.actuate.endpoint.Sanitizer;

/**
 * Wrong: knows Actuator.
 */
public record Sanitizing(Sanitizer sanitizer) {

}
