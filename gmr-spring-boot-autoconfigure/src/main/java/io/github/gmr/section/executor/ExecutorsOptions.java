package io.github.gmr.section.executor;

import java.time.Duration;

/**
 * When the section about executors raises findings.
 *
 * @param queue the percentage of a queue in use
 * @param task how long no task may end while others wait
 * @param backlog how long it must take until the tasks that wait are done
 * @param running how long tasks may run while none ends
 */
public record ExecutorsOptions(int queue, Duration task, Duration backlog, Duration running) {

}
