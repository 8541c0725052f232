package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Masks, cuts and escapes one text after the other. Whatever goes wrong, the whole text
 * is masked.
 */
final class Masking {

	/**
	 * Characters of a value inside a section.
	 */
	static final int MAX_VALUE = 4096;

	/**
	 * Characters of a text that is all a section says.
	 */
	static final int MAX_TEXT = 65_536;

	private static final int SUFFIX = 40;

	private final NameRules names;

	private final List<SecretFinder> finders;

	Masking(NameRules names, List<SecretFinder> patterns, SecretSet secrets) {
		this.names = names;
		this.finders = new ArrayList<>(patterns);
		this.finders.add(secrets);
	}

	/**
	 * Mask, cut and escape a value.
	 * @param name the name it stands under, or {@code null}
	 * @param value the value
	 * @param max the characters to keep
	 * @return the value to show
	 */
	String value(@Nullable String name, String value, int max) {
		return safely(() -> VisibleText.of(cut(masked(name, value), max), true));
	}

	/**
	 * Mask and escape text that has one line.
	 * @param text the text
	 * @return the text to show
	 */
	String line(String text) {
		return safely(() -> VisibleText.of(cut(masked(null, text), MAX_VALUE), false));
	}

	/**
	 * Return whether a value of any type is a secret because of its name.
	 * @param name the name, or {@code null}
	 * @param value the value
	 * @return whether to mask it
	 */
	boolean hides(@Nullable String name, String value) {
		return name != null && !Redaction.MASK.equals(value) && this.names.hides(name, value);
	}

	private String masked(@Nullable String name, String value) {
		if (hides(name, value)) {
			return Redaction.MASK;
		}
		String whole = withoutTornEnd(value);
		Marks marks = new Marks();
		boolean allowed = name != null && this.names.allows(name);
		for (SecretFinder finder : this.finders) {
			if (!allowed || finder instanceof SecretSet) {
				finder.find(whole, marks);
			}
		}
		return marks.mask(whole);
	}

	/**
	 * Drop the end of a text that was cut when it was made: half a secret stands there
	 * that nobody would recognise.
	 */
	private static String withoutTornEnd(String value) {
		return (value.length() <= MAX_TEXT) ? value : cut(value, MAX_TEXT - MAX_VALUE);
	}

	private static String cut(String value, int max) {
		if (value.length() <= max) {
			return value;
		}
		int end = max - SUFFIX;
		end -= Character.isHighSurrogate(value.charAt(end - 1)) ? 1 : 0;
		return value.substring(0, end) + "... " + (value.length() - end) + " more characters";
	}

	private static String safely(Supplier<String> text) {
		try {
			return text.get();
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return Redaction.MASK;
		}
	}

}
