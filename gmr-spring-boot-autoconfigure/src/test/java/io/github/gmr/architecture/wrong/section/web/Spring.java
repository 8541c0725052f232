package io.github.gmr.architecture.wrong.section.web;

import org.springframework.core.env.Environment;

/**
 * Right: Spring may serve here.
 */
public record Spring(Environment environment) {

}
