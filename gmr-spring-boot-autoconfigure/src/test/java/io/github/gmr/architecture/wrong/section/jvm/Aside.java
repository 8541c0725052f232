package io.github.gmr.architecture.wrong.section.jvm;

import io.github.gmr.architecture.wrong.section.spring.Spring;

/**
 * Wrong: knows the package beside it.
 */
public record Aside(Spring spring) {

}
