package io.github.gmr.section.work;

import java.time.Duration;

/**
 * When the section about running work raises findings.
 *
 * @param call how long a call of another process may run
 */
public record RunningWorkOptions(Duration call) {

}
