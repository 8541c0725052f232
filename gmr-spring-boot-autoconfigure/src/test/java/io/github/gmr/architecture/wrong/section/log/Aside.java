package io.github.gmr.architecture.wrong.section.log;

import io.github.gmr.architecture.wrong.section.web.Spring;

/**
 * Wrong: knows the package beside it.
 */
public record Aside(Spring spring) {

}
