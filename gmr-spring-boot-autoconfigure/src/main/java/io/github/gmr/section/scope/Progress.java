package io.github.gmr.section.scope;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.github.gmr.content.text.TimeSpan;

/**
 * How some work gets on, known by what its thread has done lately.
 *
 * @param kind whether it gets on
 * @param cpuPercent the share of one processor it uses, in percent
 * @param time for how long that has been so at least
 */
public record Progress(Kind kind, double cpuPercent, Duration time) {

	/**
	 * Of work of which nothing is known: it has no thread, a virtual one, or has it for
	 * too short a time.
	 */
	public static final Progress UNKNOWN = new Progress(Kind.UNKNOWN, 0, Duration.ZERO);

	/**
	 * Return whether the work gets on, and not because it uses a processor all the time.
	 * @return whether it does something now and then
	 */
	public boolean isMoving() {
		return this.kind == Kind.MOVING;
	}

	/**
	 * Describe it.
	 * @return words such as {@code "has not moved for 41 s"}, {@code "busy: 98 % of a
	 * CPU"} or {@code "moves"}, empty if nothing is known
	 */
	public String words() {
		return switch (this.kind) {
			case UNKNOWN -> "";
			case UNMOVED -> String.format(Locale.ROOT, "has not moved for %s", TimeSpan.words(this.time));
			case MOVING -> "moves";
			case BUSY -> String.format(Locale.ROOT, "busy: %.0f %% of a CPU", this.cpuPercent);
		};
	}

	/**
	 * Describe how several things get on.
	 * @param all how each does
	 * @return words such as {@code "9 have not moved for 12 s, 1 is busy, 3 move"}, those
	 * of one alone, empty if nothing is known of any
	 */
	public static String words(Collection<Progress> all) {
		List<Progress> known = new ArrayList<>(all);
		known.removeIf(UNKNOWN::equals);
		if (all.size() == 1 || known.isEmpty()) {
			return known.isEmpty() ? "" : known.get(0).words();
		}
		List<String> words = new ArrayList<>();
		add(words, known, Kind.UNMOVED, "has not moved for %s", "have not moved for %s");
		add(words, known, Kind.BUSY, "is busy", "are busy");
		add(words, known, Kind.MOVING, "moves", "move");
		return String.join(", ", words);
	}

	private static void add(List<String> words, List<Progress> all, Kind kind, String one, String many) {
		int count = 0;
		Duration time = Duration.ofSeconds(Long.MAX_VALUE);
		for (Progress each : all) {
			count += (each.kind == kind) ? 1 : 0;
			time = (each.kind == kind && each.time.compareTo(time) < 0) ? each.time : time;
		}
		if (count > 0) {
			String verb = String.format(Locale.ROOT, (count == 1) ? one : many, TimeSpan.words(time));
			words.add(String.format(Locale.ROOT, "%d %s", count, verb));
		}
	}

	/**
	 * Whether work gets on.
	 */
	public enum Kind {

		/**
		 * Nothing is known.
		 */
		UNKNOWN,

		/**
		 * It has stood still.
		 */
		UNMOVED,

		/**
		 * It does something now and then.
		 */
		MOVING,

		/**
		 * It uses more than half of a processor.
		 */
		BUSY

	}

}
