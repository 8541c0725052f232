package io.github.gmr.section.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.section.pulse.Series;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.section.pulse.Trends.Rise;
import org.jspecify.annotations.Nullable;

/**
 * The {@link OutOfMemoryError}s that the JVM has thrown since it was started, as its
 * command {@code vmInfo} counts them, caught or not. Those that code of the JDK throws,
 * such as for direct buffers, are not among them.
 *
 * @param count how many, {@code null} if the JVM has not said
 * @param words for what there was no room, and how often
 */
record ThrownErrors(@Nullable Long count, String words) {

	static final Check CHECK = new Check("out-of-memory-thrown");

	/**
	 * The name of the figure that counts them.
	 */
	static final String FIGURE = "thrown OutOfMemoryErrors";

	/**
	 * Such as {@code "OutOfMemoryError java_heap_errors=2"}.
	 */
	private static final Pattern COUNT = Pattern.compile("(?m)^OutOfMemoryError (\\w+)_errors=(\\d+)$");

	/**
	 * What is strange lately may come from an error of that time.
	 */
	private static final Duration LATELY = Duration.ofHours(1);

	/**
	 * Look for errors.
	 * @param information what the JVM says about itself, empty if it says nothing
	 * @return what it has thrown
	 */
	static ThrownErrors of(String information) {
		long errors = 0;
		List<String> words = new ArrayList<>();
		Matcher counts = COUNT.matcher(information);
		while (counts.find()) {
			errors += Long.parseLong(counts.group(2));
			words.add(String.format(Locale.ROOT, "%s for the %s", counts.group(2), counts.group(1).replace('_', ' ')));
		}
		return new ThrownErrors(information.isEmpty() ? null : errors, String.join(", ", words));
	}

	/**
	 * Look whether there are any, and when the last one was.
	 * @param trends know how many there were before
	 * @return the result
	 */
	Check.Result check(Trends trends) {
		if (this.count == null) {
			return CHECK.notPossible("the JVM has not said how many errors it has thrown");
		}
		return CHECK.of((this.count > 0)
				? finding(trends.lastRise(FIGURE, this.count), isLongAgo(trends.series(FIGURE))) : null,
				Level.of(this.count, 1, "errors"));
	}

	/**
	 * Return what is said once errors were thrown, so that it is linked before: with no
	 * room for classes it could not be.
	 * @return the finding
	 */
	static Finding example() {
		return new ThrownErrors(1L, "").finding(new Rise(Duration.ofSeconds(1), Duration.ZERO), false);
	}

	private Finding finding(@Nullable Rise last, boolean longAgo) {
		String words = "OutOfMemoryError was thrown %d times since the start%s: %s".formatted(this.count,
				(last != null) ? ", the last time " + last.words() : "", this.words);
		return (longAgo ? Content.info("%s", words) : Content.warning("%s", words))
			.since((last != null) ? last.since() : null)
			.evidence("errors", this.count)
			.next(MemorySection.TITLE);
	}

	private boolean isLongAgo(@Nullable Series series) {
		return this.count != null && series != null && series.before(LATELY) == this.count;
	}

}
