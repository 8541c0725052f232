package io.github.gmr.section.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;

/**
 * The {@link OutOfMemoryError}s that the JVM has thrown since it was started, as its
 * command {@code vmInfo} counts them, caught or not. Those that code of the JDK throws,
 * such as for direct buffers, are not among them.
 */
final class ThrownErrors {

	static final Check CHECK = new Check("out-of-memory-thrown");

	/**
	 * Such as {@code "OutOfMemoryError java_heap_errors=2"}.
	 */
	private static final Pattern COUNT = Pattern.compile("(?m)^OutOfMemoryError (\\w+)_errors=(\\d+)$");

	private ThrownErrors() {
	}

	/**
	 * Look for errors.
	 * @param information what the JVM says about itself, empty if it says nothing
	 * @return the result
	 */
	static Check.Result check(String information) {
		if (information.isEmpty()) {
			return CHECK.notPossible("the JVM has not said how many errors it has thrown");
		}
		long errors = 0;
		List<String> words = new ArrayList<>();
		Matcher counts = COUNT.matcher(information);
		while (counts.find()) {
			errors += Long.parseLong(counts.group(2));
			words.add(String.format(Locale.ROOT, "%s for the %s", counts.group(2), counts.group(1).replace('_', ' ')));
		}
		Finding finding = Content
			.warning("OutOfMemoryError was thrown %d times since the start: %s", errors, String.join(", ", words))
			.evidence("errors", errors)
			.next(MemorySection.TITLE);
		return CHECK.of((errors > 0) ? finding : null, Level.of(errors, 1, "errors"));
	}

}
