package io.github.gmr.architecture.wrong.content;

import org.slf4j.Logger;

/**
 * Wrong: content knows a library.
 */
public record Foreign(Logger logger) {

}
