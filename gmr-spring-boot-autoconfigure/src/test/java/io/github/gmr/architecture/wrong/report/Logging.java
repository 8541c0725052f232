package io.github.gmr.architecture.wrong.report;

import java.util.logging.Logger;

/**
 * Wrong: logs.
 */
public record Logging(Logger logger) {

}
