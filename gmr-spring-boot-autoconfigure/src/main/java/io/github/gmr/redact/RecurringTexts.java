package io.github.gmr.redact;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Looks at each text once, though most stand in a report several times, and in the next
 * report again: the name of a property source, or the value of a setting. Remembers no
 * secret but by its place in its text, and gives up what it remembers before the heap is
 * full. Thread-safe.
 */
final class RecurringTexts implements SecretFinder {

	/**
	 * Longer texts are seldom seen twice.
	 */
	private static final int MAX_LENGTH = 1024;

	private static final int MAX_TEXTS = 1 << 16;

	private final List<SecretFinder> finders;

	private final int maxTexts;

	private volatile SoftReference<Map<String, Marks>> seen = new SoftReference<>(null);

	RecurringTexts(List<SecretFinder> finders) {
		this(finders, MAX_TEXTS);
	}

	RecurringTexts(List<SecretFinder> finders, int maxTexts) {
		this.finders = finders;
		this.maxTexts = maxTexts;
	}

	@Override
	public void find(String text, Marks marks) {
		if (text.length() > MAX_LENGTH) {
			look(text, marks);
			return;
		}
		Map<String, Marks> seen = seen();
		Marks known = seen.get(text);
		if (known == null) {
			known = new Marks();
			look(text, known);
			seen.put(text, known.isEmpty() ? Marks.NONE : known);
		}
		marks.addAll(known);
	}

	private void look(String text, Marks marks) {
		this.finders.forEach((finder) -> finder.find(text, marks));
	}

	/**
	 * Return what is remembered, nothing if that has become too much.
	 */
	private Map<String, Marks> seen() {
		Map<String, Marks> seen = this.seen.get();
		if (seen == null || seen.size() >= this.maxTexts) {
			seen = new ConcurrentHashMap<>();
			this.seen = new SoftReference<>(seen);
		}
		return seen;
	}

}
