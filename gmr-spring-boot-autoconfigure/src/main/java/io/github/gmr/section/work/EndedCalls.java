package io.github.gmr.section.work;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gmr.content.text.Attempt;
import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.RequestReplySenderContext;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how long calls have taken that have ended well: those that wait for something
 * to happen, as long polling does, take long as they should. Thread-safe.
 */
final class EndedCalls {

	/**
	 * Shorter ones are not worth to be described.
	 */
	private static final Duration LEAST = Duration.ofSeconds(1);

	private static final int MAX_TARGETS = 200;

	private static final String OUTCOME = "outcome";

	private static final String FAILED = "_ERROR";

	private final Map<String, Duration> longest = new ConcurrentHashMap<>();

	void end(Work work, Observation.Context context) {
		if (context instanceof RequestReplySenderContext && context.getError() == null) {
			Duration age = work.age();
			if (age.compareTo(LEAST) >= 0) {
				Attempt.<@Nullable Duration>ask(() -> note(age, context), (ex) -> null);
			}
		}
	}

	private @Nullable Duration note(Duration age, Observation.Context context) {
		String target = WorkDescription.of(context).target();
		boolean well = !WorkDescription.value(context, OUTCOME).endsWith(FAILED);
		return (well && (this.longest.size() < MAX_TARGETS || this.longest.containsKey(target)))
				? this.longest.merge(target, age, (one, other) -> (one.compareTo(other) > 0) ? one : other) : null;
	}

	/**
	 * Return whether calls take that long, give or take as much again.
	 * @param target what is called
	 * @param age for how long a call has been running
	 * @return whether one that has ended well took at least half as long
	 */
	boolean isUsual(String target, Duration age) {
		return this.longest.getOrDefault(target, Duration.ZERO).multipliedBy(2).compareTo(age) >= 0;
	}

}
