package io.github.gmr.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * What a finding says besides its sentence, for those who count, compare and alert.
 *
 * @param subject what it is about, such as {@code "pool orders-db"}, or {@code null}
 * @param place where it is in code of the application: the topmost of its frames and, if
 * that is another one, the outermost; empty if it is at no place
 * @param evidence the figures it is made of, by name; each is a single value
 * @param threads the identifiers of the threads that suffer
 * @param holders the identifiers of the threads that make them suffer, empty if they are
 * not known
 * @param chain what has led to it, a line for each link
 * @param since since when it holds, or {@code null} if that is not known
 * @param settings the settings behind it, those that are not set included
 * @param next the title of the section to look at next, or {@code null}
 * @param row what to look at there, such as a thread, a pool or a task, or {@code null}
 * @param impact how much it holds up, or {@code null} if that is not known
 */
public record FindingDetails(@Nullable String subject, List<String> place, Map<String, Content> evidence,
		List<Long> threads, List<Long> holders, List<String> chain, @Nullable Instant since, List<Setting> settings,
		@Nullable String next, @Nullable String row, @Nullable Impact impact) {

	/**
	 * How many threads are remembered of those that suffer, and of the others.
	 */
	private static final int MAX_THREADS = 1000;

	/**
	 * Says nothing.
	 */
	static final FindingDetails NONE = new FindingDetails(null, List.of(), Map.of(), List.of(), List.of(), List.of(),
			null, List.of(), null, null, null);

	public FindingDetails {
		subject = name(subject);
		place = names(place);
		evidence = Collections.unmodifiableMap(Fields.normalize(evidence));
		threads = threads.stream().limit(MAX_THREADS).toList();
		holders = holders.stream().limit(MAX_THREADS).toList();
		chain = chain.stream().limit(Limits.MAX_ENTRIES).map(WellFormed::text).toList();
		settings = List.copyOf(settings);
		next = name(next);
		row = name(row);
	}

	/**
	 * Return these details with every text in them mapped.
	 * @param text maps text
	 * @param value maps the value of evidence
	 * @param setting maps a setting
	 * @return the mapped details
	 */
	public FindingDetails map(UnaryOperator<String> text, Evidence value, UnaryOperator<Setting> setting) {
		Map<String, Content> mapped = new LinkedHashMap<>();
		this.evidence.forEach((name, content) -> mapped.put(text.apply(name), value.map(name, content)));
		return new FindingDetails(apply(text, this.subject), this.place.stream().map(text).toList(), mapped,
				this.threads, this.holders, this.chain.stream().map(text).toList(), this.since,
				this.settings.stream().map(setting).toList(), apply(text, this.next), apply(text, this.row),
				this.impact);
	}

	private static @Nullable String apply(UnaryOperator<String> mapping, @Nullable String text) {
		return (text != null) ? mapping.apply(text) : null;
	}

	private static @Nullable String name(@Nullable String name) {
		return (name != null) ? WellFormed.name(name) : null;
	}

	private static List<String> names(Collection<String> names) {
		return names.stream().limit(2).map(WellFormed::name).toList();
	}

	/**
	 * Maps the value of evidence.
	 */
	@FunctionalInterface
	public interface Evidence {

		/**
		 * Map a value.
		 * @param name its name
		 * @param value the value
		 * @return what stands for it
		 */
		Content map(String name, Content value);

	}

	/**
	 * Details that are being changed.
	 */
	static final class Change {

		private @Nullable String subject;

		private List<String> place;

		private final Map<String, Content> evidence;

		private List<Long> threads;

		private List<Long> holders;

		private List<String> chain;

		private @Nullable Instant since;

		private final List<Setting> settings;

		private @Nullable String next;

		private @Nullable String row;

		private @Nullable Impact impact;

		Change(FindingDetails details) {
			this.subject = details.subject;
			this.place = details.place;
			this.evidence = new LinkedHashMap<>(details.evidence);
			this.threads = details.threads;
			this.holders = details.holders;
			this.chain = details.chain;
			this.since = details.since;
			this.settings = new ArrayList<>(details.settings);
			this.next = details.next;
			this.row = details.row;
			this.impact = details.impact;
		}

		void subject(@Nullable String subject) {
			this.subject = subject;
		}

		void place(List<String> place) {
			this.place = place;
		}

		void evidence(String name, Content value) {
			this.evidence.put(name, value);
		}

		void threads(Collection<Long> threads) {
			this.threads = List.copyOf(threads);
		}

		void holders(Collection<Long> threads) {
			this.holders = List.copyOf(threads);
		}

		void chain(List<String> chain) {
			this.chain = chain;
		}

		void since(@Nullable Instant since) {
			this.since = since;
		}

		void setting(Setting setting) {
			this.settings.add(setting);
		}

		void settings(List<Setting> settings) {
			this.settings.clear();
			this.settings.addAll(settings);
		}

		void next(@Nullable String next, @Nullable String row) {
			this.next = next;
			this.row = row;
		}

		void impact(@Nullable Impact impact) {
			this.impact = impact;
		}

		FindingDetails made() {
			return new FindingDetails(this.subject, this.place, this.evidence, this.threads, this.holders, this.chain,
					this.since, this.settings, this.next, this.row, this.impact);
		}

	}

}
