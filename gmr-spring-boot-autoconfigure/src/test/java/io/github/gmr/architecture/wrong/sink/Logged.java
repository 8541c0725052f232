package io.github.gmr.architecture.wrong.sink;

import org.slf4j.Logger;

/**
 * Wrong: logs.
 */
public record Logged(Logger logger) {

}
