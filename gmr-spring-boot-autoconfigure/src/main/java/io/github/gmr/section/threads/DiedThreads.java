package io.github.gmr.section.threads;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;

/**
 * The threads that have died of an exception.
 */
final class DiedThreads {

	static final Check CHECK = new Check("thread-died");

	/**
	 * What is older is most likely known, or does no harm.
	 */
	private static final Duration RECENT = Duration.ofDays(1);

	private final UncaughtExceptions exceptions;

	DiedThreads(UncaughtExceptions exceptions) {
		this.exceptions = exceptions;
	}

	void addTo(FieldsBuilder fields) {
		List<DiedThread> died = this.exceptions.died();
		if (!died.isEmpty()) {
			fields.add("died of an exception",
					died.stream().map((thread) -> thread.time() + " " + thread.words()).toList());
		}
		fields.add((died.isEmpty() && !this.exceptions.areRemembered())
				? CHECK.notPossible("another handler gets uncaught exceptions") : check(died, Instant.now()));
	}

	static Check.Result check(List<DiedThread> died, Instant now) {
		DiedThread last = null;
		for (DiedThread thread : died) {
			last = (last == null || !thread.replaced() || last.replaced()) ? thread : last;
		}
		return CHECK.of((last != null) ? finding(last, died.size(), now) : null);
	}

	private static Finding finding(DiedThread last, int count, Instant now) {
		Duration age = Duration.between(last.time(), now);
		String others = (count > 1) ? ", one of %d%s that have died".formatted(count, (count == 20) ? " or more" : "")
				: "";
		boolean harms = !last.replaced() && age.compareTo(RECENT) < 0;
		return (harms ? Content.warning("%s, %s ago%s", last.words(), age, others)
				: Content.info("%s, %s ago%s", last.words(), age, others))
			.subject(last.name())
			.place(last.place())
			.since(last.time())
			.evidence("threads", count)
			.next(ThreadsSection.TITLE);
	}

}
