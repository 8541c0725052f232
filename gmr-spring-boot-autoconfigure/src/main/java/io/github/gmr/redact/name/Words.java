package io.github.gmr.redact.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a name into the words it is made of: {@code spring.dataSource.API_KEY[0]} is
 * {@code [spring] [data source] [api key]}.
 */
final class Words {

	private final List<List<String>> segments = new ArrayList<>();

	private final List<String> segment = new ArrayList<>();

	private final String name;

	private int start = -1;

	private Words(String name) {
		this.name = name;
	}

	/**
	 * Return the words of a name in lower case, by segment. Numbers are left out.
	 * @param name the name
	 * @return the segments, none of them empty
	 */
	static List<List<String>> bySegment(String name) {
		return new Words(name).split();
	}

	/**
	 * Return the words of a name in lower case.
	 * @param name the name
	 * @return the words
	 */
	static List<String> of(String name) {
		return bySegment(name).stream().flatMap(List::stream).toList();
	}

	private List<List<String>> split() {
		for (int i = 0; i < this.name.length(); i++) {
			char ch = this.name.charAt(i);
			if (!Character.isLetter(ch)) {
				endWord(i);
				if (isSegmentEnd(ch)) {
					endSegment();
				}
			}
			else if (this.start < 0) {
				this.start = i;
			}
			else if (isHump(i)) {
				endWord(i);
				this.start = i;
			}
		}
		endWord(this.name.length());
		endSegment();
		return this.segments;
	}

	private boolean isSegmentEnd(char ch) {
		return ch == '.' || ch == '[' || ch == ']' || ch == '/' || ch == ':';
	}

	private boolean isHump(int index) {
		if (!Character.isUpperCase(this.name.charAt(index))) {
			return false;
		}
		return !Character.isUpperCase(this.name.charAt(index - 1))
				|| (index + 1 < this.name.length() && Character.isLowerCase(this.name.charAt(index + 1)));
	}

	private void endWord(int end) {
		if (this.start >= 0) {
			add(this.name.substring(this.start, end).toLowerCase(Locale.ROOT));
			this.start = -1;
		}
	}

	private void endSegment() {
		if (!this.segment.isEmpty()) {
			this.segments.add(List.copyOf(this.segment));
			this.segment.clear();
		}
	}

	private void add(String run) {
		if (Vocabulary.SECRETS.contains(run) || Vocabulary.INNOCENT.contains(run) || Vocabulary.isHead(run)) {
			this.segment.add(run);
			return;
		}
		for (String secret : Vocabulary.GLUED) {
			int index = run.lastIndexOf(secret);
			if (index >= 0) {
				addGlued(run.substring(0, index), secret, run.substring(index + secret.length()));
				return;
			}
		}
		addUnlessKey(run);
	}

	private void addGlued(String before, String secret, String after) {
		if (!before.isEmpty()) {
			addUnlessKey(before);
		}
		this.segment.add(secret);
		if (!after.isEmpty() && !after.equals("s")) {
			this.segment.add(Vocabulary.head(after));
		}
	}

	private void addUnlessKey(String run) {
		if (run.length() > 4 && (run.endsWith("key") || run.endsWith("keys"))) {
			this.segment.add(run.substring(0, run.lastIndexOf("key")));
			this.segment.add("key");
		}
		else if (run.length() > 3 && run.startsWith("key") && Vocabulary.isHead(run.substring(3))) {
			this.segment.add("key");
			this.segment.add(run.substring(3));
		}
		else if (run.length() > 4 && run.endsWith("pass")) {
			this.segment.add(run.substring(0, run.length() - 4));
			this.segment.add("pass");
		}
		else if (run.length() > 3 && run.endsWith("pw")) {
			this.segment.add(run.substring(0, run.length() - 2));
			this.segment.add("pw");
		}
		else {
			addKeyInside(run);
		}
	}

	private void addKeyInside(String run) {
		int index = run.indexOf("key");
		if (index > 0 && Vocabulary.isHead(run.substring(index + 3))) {
			this.segment.add(run.substring(0, index));
			this.segment.add("key");
			this.segment.add(run.substring(index + 3));
		}
		else {
			this.segment.add(run);
		}
	}

}
