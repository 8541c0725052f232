package io.github.gmr.section.log;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The last warnings and errors, each in a ring of its own so that many of one do not push
 * the other out, and how many there were of each type. Thread-safe, without locks.
 */
final class RecentLog {

	private static final int MAX_TYPES = 200;

	private static final int MAX_TIMES = 1000;

	private final Ring<LoggedEvent> errors;

	private final Ring<LoggedEvent> warnings;

	private final Ring<Instant> errorTimes = new Ring<>(MAX_TIMES);

	private final Map<LoggedEvent.Type, LongAdder> types = new ConcurrentHashMap<>();

	private final LongAdder otherTypes = new LongAdder();

	/**
	 * Create an empty log.
	 * @param size how many to keep of each
	 */
	RecentLog(int size) {
		this.errors = new Ring<>(size);
		this.warnings = new Ring<>(size);
	}

	void add(LoggedEvent event) {
		(event.type().error() ? this.errors : this.warnings).add(event);
		if (event.type().error()) {
			this.errorTimes.add(event.time());
		}
		counter(event.type()).increment();
	}

	private LongAdder counter(LoggedEvent.Type type) {
		LongAdder counter = this.types.get(type);
		if (counter != null) {
			return counter;
		}
		return (this.types.size() < MAX_TYPES) ? this.types.computeIfAbsent(type, (any) -> new LongAdder())
				: this.otherTypes;
	}

	Ring<LoggedEvent> errors() {
		return this.errors;
	}

	/**
	 * Return when errors were logged.
	 * @return the times, more than there are errors kept
	 */
	Ring<Instant> errorTimes() {
		return this.errorTimes;
	}

	Ring<LoggedEvent> warnings() {
		return this.warnings;
	}

	/**
	 * Return how many there were of each type.
	 * @return the types, the most frequent first
	 */
	List<TypeCount> types() {
		return this.types.entrySet()
			.stream()
			.map((entry) -> new TypeCount(entry.getKey(), entry.getValue().sum()))
			.sorted(Comparator.comparingLong(TypeCount::count).reversed())
			.toList();
	}

	/**
	 * Return how many events are counted under none of the types.
	 * @return the number
	 */
	long otherTypes() {
		return this.otherTypes.sum();
	}

	/**
	 * How many events of a type there were.
	 */
	record TypeCount(LoggedEvent.Type type, long count) {

		String asText() {
			return this.count + " x " + this.type.asText();
		}

	}

}
