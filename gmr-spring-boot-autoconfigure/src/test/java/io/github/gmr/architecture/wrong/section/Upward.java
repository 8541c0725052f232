package io.github.gmr.architecture.wrong.section;

import io.github.gmr.architecture.wrong.report.Springy;

/**
 * Wrong: a section knows the report.
 */
public record Upward(Springy report) {

}
