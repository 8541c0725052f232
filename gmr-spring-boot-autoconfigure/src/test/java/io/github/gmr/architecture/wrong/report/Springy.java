package io.github.gmr.architecture.wrong.report;

import org.springframework.core.env.Environment;

/**
 * Wrong: knows Spring.
 */
public record Springy(Environment environment) {

}
