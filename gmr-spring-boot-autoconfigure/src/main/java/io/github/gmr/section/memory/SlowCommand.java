package io.github.gmr.section.memory;

import java.time.Duration;

import io.github.gmr.section.hotspot.HotSpotCommands;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * A command that costs the JVM something, so that it is run once in some time at most,
 * and under a time limit. For one section, which is asked by one thread at a time.
 */
final class SlowCommand {

	private static final Duration LIMIT = Duration.ofMillis(700);

	private final String name;

	private final HotSpotCommands commands;

	private final Workers workers;

	private final Duration renewal;

	private @Nullable String answer;

	private long asked;

	/**
	 * Create the command.
	 * @param name its name
	 * @param commands run it
	 * @param workers wait for it
	 * @param renewal how long its answer holds
	 */
	SlowCommand(String name, HotSpotCommands commands, Workers workers, Duration renewal) {
		this.renewal = renewal;
		this.name = name;
		this.commands = commands;
		this.workers = workers;
	}

	/**
	 * Return the same command, as if it had never been run.
	 * @return a new command
	 */
	SlowCommand anew() {
		return new SlowCommand(this.name, this.commands, this.workers, this.renewal);
	}

	/**
	 * Return whether the command would be run.
	 * @return whether it was never run, or its last answer does not hold any more
	 */
	boolean isDue() {
		return this.answer == null || System.nanoTime() - this.asked > this.renewal.toNanos();
	}

	/**
	 * Run the command, unless its last answer still holds.
	 * @return its answer, empty if there is none or not in time
	 */
	String answer() {
		String known = this.answer;
		if (known == null || isDue()) {
			this.asked = System.nanoTime();
			Outcome<String> outcome = this.workers.attempt(this, () -> this.commands.run(this.name), LIMIT);
			known = outcome.orElse("");
			this.answer = known;
		}
		return known;
	}

}
