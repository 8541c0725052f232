package io.github.gmr.architecture.wrong.actuate;

import org.springframework.boot.actuate.endpoint.Sanitizer;

/**
 * Right: Actuator may serve here.
 */
public record Sanitized(Sanitizer sanitizer) {

}
