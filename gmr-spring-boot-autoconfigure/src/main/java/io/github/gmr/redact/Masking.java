package io.github.gmr.redact;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import io.github.gmr.content.text.Truncation;
import io.github.gmr.content.text.VisibleText;
import io.github.gmr.redact.find.SecretFinders;
import io.github.gmr.redact.find.SecretSet;
import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;
import org.jspecify.annotations.Nullable;

/**
 * Masks, cuts and escapes one text after the other. Whatever goes wrong, the whole text
 * is masked. Safe for use by many threads.
 */
final class Masking {

	/**
	 * Characters of a value inside a section.
	 */
	static final int MAX_VALUE = 4096;

	/**
	 * Characters of a text that is all a section says.
	 */
	static final int MAX_TEXT = 61_440;

	/**
	 * Characters of a text that may be the name of another.
	 */
	private static final int MAX_NAME = 128;

	/**
	 * Characters of a text that was probably cut when it was made.
	 */
	private static final int TORN = 64_000;

	private final NameRules names;

	private final List<SecretFinder> patterns;

	private final SecretSet secrets;

	Masking(NameRules names, List<SecretFinder> patterns, SecretSet secrets) {
		this.names = names;
		this.patterns = patterns;
		this.secrets = secrets;
	}

	/**
	 * Mask, cut and escape a value.
	 * @param name the name it stands under, or {@code null}
	 * @param value the value
	 * @param max the characters to keep
	 * @return the value to show
	 */
	String value(@Nullable String name, String value, int max) {
		return safely(() -> VisibleText.of(Truncation.fit(masked(name, value), max), "\n"));
	}

	/**
	 * Mask and escape text that has one line.
	 * @param text the text
	 * @return the text to show
	 */
	String line(String text) {
		return safely(() -> VisibleText.of(Truncation.fit(masked(null, text), MAX_VALUE), ""));
	}

	/**
	 * Mask the arguments of a command by what the command and its options mean.
	 * @param arguments the arguments, the command maybe among them
	 * @return as many texts, not masked otherwise
	 */
	List<String> arguments(List<String> arguments) {
		try {
			return SecretFinders.inArguments(arguments);
		}
		catch (RuntimeException ex) {
			return Collections.nCopies(arguments.size(), Marks.MASK);
		}
	}

	/**
	 * Return whether a value of any type is a secret because of its name.
	 * @param name the name, or {@code null}
	 * @param value the value
	 * @return whether to mask it
	 */
	boolean hides(@Nullable String name, String value) {
		return name != null && !Marks.MASK.equals(value) && this.names.hides(name, value);
	}

	/**
	 * Return whether values under a name may be secrets because of it.
	 * @param name the name
	 * @return whether the name says anything about its values
	 */
	boolean isTelling(String name) {
		return name.length() <= MAX_NAME && this.names.shape(name) != Shape.ANY;
	}

	/**
	 * Return whether a value without placeholders is a secret because of its name.
	 * @param name the name
	 * @param value the value
	 * @return whether to mask it
	 */
	boolean hidesResolved(String name, String value) {
		return !Marks.MASK.equals(value) && this.names.hidesResolved(name, value);
	}

	private String masked(@Nullable String name, String value) {
		if (hides(name, value)) {
			return Marks.MASK;
		}
		String whole = withoutTornEnd(value);
		Marks marks = new Marks();
		if (name == null || !this.names.allows(name)) {
			for (SecretFinder pattern : this.patterns) {
				pattern.find(whole, marks);
			}
		}
		this.secrets.find(whole, marks);
		return marks.mask(whole);
	}

	/**
	 * Drop the end of a text that was cut when it was made: half a secret stands there
	 * that nobody would recognise.
	 */
	private static String withoutTornEnd(String value) {
		return (value.length() < TORN) ? value : Truncation.fit(value, MAX_TEXT - 2 * MAX_VALUE);
	}

	private static String safely(Supplier<String> text) {
		try {
			return text.get();
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return Marks.MASK;
		}
	}

}
