package io.github.gmr.architecture.wrong.actuate;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Wrong: knows Micrometer.
 */
public record Meters(MeterRegistry registry) {

}
