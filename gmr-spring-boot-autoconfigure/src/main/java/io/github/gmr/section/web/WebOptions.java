package io.github.gmr.section.web;

import java.time.Duration;

/**
 * When the section about the web raises findings.
 *
 * @param request how long a request may run
 * @param stuck the percentage of the request threads there may be that stand at one place
 * @param stuckAfter how long they must have stood there to be stuck
 */
public record WebOptions(Duration request, int stuck, Duration stuckAfter) {

}
