package io.github.gmr.section.memory;

import java.time.Duration;

import io.github.gmr.section.hotspot.HotSpotCommands;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * A command that costs the JVM something, so that it is run once in ten seconds at most,
 * and under a time limit. For one section, which is asked by one thread at a time.
 */
final class SlowCommand {

	private static final Duration LIMIT = Duration.ofMillis(700);

	private static final long RENEWAL = Duration.ofSeconds(10).toNanos();

	private final String name;

	private final HotSpotCommands commands;

	private final Workers workers;

	private @Nullable String answer;

	private long asked;

	SlowCommand(String name, HotSpotCommands commands, Workers workers) {
		this.name = name;
		this.commands = commands;
		this.workers = workers;
	}

	/**
	 * Return the same command, as if it had never been run.
	 * @return a new command
	 */
	SlowCommand anew() {
		return new SlowCommand(this.name, this.commands, this.workers);
	}

	/**
	 * Run the command, unless it was run less than ten seconds ago.
	 * @return its answer, empty if there is none or not in time
	 */
	String answer() {
		String known = this.answer;
		if (known == null || System.nanoTime() - this.asked > RENEWAL) {
			this.asked = System.nanoTime();
			Outcome<String> outcome = this.workers.attempt(this, () -> this.commands.run(this.name), LIMIT);
			known = outcome.orElse("");
			this.answer = known;
		}
		return known;
	}

}
