package io.github.gmr.architecture.wrong.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Right: Micrometer may serve here.
 */
public record Metered(MeterRegistry registry) {

}
