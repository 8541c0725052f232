package io.github.gmr.redact.find;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.gmr.redact.text.Prose;
import io.github.gmr.redact.text.Scan;
import org.jspecify.annotations.Nullable;

/**
 * Tells what stands before a separator in a text: the name that is assigned to, and in
 * which surroundings.
 */
final class AssignedName {

	/**
	 * Members of a JSON Web Key that are private.
	 */
	private static final Set<String> WEB_KEY_PARTS = Set.of("d", "k", "p", "q", "dp", "dq", "qi");

	/**
	 * Nouns that mean a secret or none by the word before them.
	 */
	private static final Set<String> QUALIFIED = Set.of("key", "keys", "token", "tokens", "pass", "code", "codes", "id",
			"number", "phrase");

	private static final Pattern CODES = Pattern.compile("(?i)otp|2fa|mfa|one-time|verif|login");

	/**
	 * Characters in which the name above another is looked for.
	 */
	private static final int MAX_ABOVE = 128;

	private final String text;

	private final ValueExtent extent;

	private final boolean webKey;

	/**
	 * Whether a code in the text is one to log in with.
	 */
	private final boolean codes;

	private final Predicate<String> ambiguous;

	/**
	 * Create a reader of names.
	 * @param text the text
	 * @param extent tells where names start and end
	 * @param ambiguous whether a name may be that of a secret below some others
	 */
	AssignedName(String text, ValueExtent extent, Predicate<String> ambiguous) {
		this.ambiguous = ambiguous;
		this.codes = text.contains("code") && CODES.matcher(text).find();
		this.text = text;
		this.extent = extent;
		this.webKey = text.contains("\"kty\"") || text.contains("kty: ") || text.contains("kty=");
	}

	int endOfName(int separator) {
		int end = separator;
		boolean otherwise = separator > 0 && this.text.charAt(separator - 1) == '?';
		String between = otherwise ? " ?]')}" : " ";
		while (end > 0 && separator - end < 6 && between.indexOf(this.text.charAt(end - 1)) >= 0) {
			end--;
		}
		if (end > 0 && ValueExtent.isQuote(this.text.charAt(end - 1))) {
			end--;
			end -= (end > 0 && this.text.charAt(end - 1) == '\\') ? 1 : 0;
		}
		return end;
	}

	String of(int start, int end) {
		String name = this.text.substring(this.text.startsWith("-D", start) ? start + 2 : start, end);
		if (isQuery(start)) {
			return QueryNames.qualified(name);
		}
		if (this.webKey && WEB_KEY_PARTS.contains(name)) {
			return "private-key";
		}
		String above = above(name, start);
		if (above != null) {
			return above;
		}
		if (name.equalsIgnoreCase("code") && this.codes) {
			return "login-code";
		}
		boolean word = start > 1 && this.text.charAt(start - 1) == ' '
				&& QUALIFIED.contains(name.toLowerCase(Locale.ROOT));
		int before = word ? this.extent.startOfName(start - 1) : start;
		return (word && !Prose.isFunctionWord(Scan.lowerCase(this.text.substring(before, start - 1))))
				? this.text.substring(before, end) : name;
	}

	/**
	 * Return a name with the one above it in YAML, if it means little alone.
	 */
	private @Nullable String above(String name, int start) {
		int line = start;
		while (line > 0 && this.text.charAt(line - 1) == ' ' && start - line < ValueExtent.MAX_NAME) {
			line--;
		}
		int indent = start - line;
		if (indent == 0 || line == 0 || this.text.charAt(line - 1) != '\n' || !this.ambiguous.test(name)) {
			return null;
		}
		int from = Math.max(0, line - MAX_ABOVE);
		for (int end = line - 1; end > from;) {
			int begin = this.text.lastIndexOf('\n', end - 1) + 1;
			int content = this.extent.skipSpaces(begin);
			if (content < end && content - begin < indent) {
				int colon = this.extent.endOfName(content);
				return this.text.startsWith(":", colon) ? this.text.substring(content, colon) + "." + name : null;
			}
			end = begin - 1;
		}
		return null;
	}

	boolean isQuery(int start) {
		return start > 0 && (this.text.charAt(start - 1) == '?' || this.text.charAt(start - 1) == '&');
	}

	int startOfValue(int index) {
		int start = index;
		while (start < this.text.length() && " \t>".indexOf(this.text.charAt(start)) >= 0
				&& start - index < ValueExtent.MAX_NAME) {
			start++;
		}
		return start;
	}

	/**
	 * Return where the argument after an option starts, in a command line or in a list of
	 * quoted arguments.
	 * @param option the index after the option
	 * @return the first character of the argument
	 */
	int startOfArgument(int option) {
		int next = option + (this.text.startsWith(", ", option) ? 1 : 0);
		if (next < this.text.length() && ValueExtent.isQuote(this.text.charAt(next))) {
			next += this.text.startsWith(",", next + 1) ? 2 : 1;
		}
		return this.extent.skipSpaces(next);
	}

	/**
	 * Return whether a colon before the name makes it a part of a resource name, as in
	 * {@code arn:aws:secretsmanager:eu-west-1:1:secret:orders}.
	 */
	boolean isResourceName(int start) {
		return start > 0 && this.text.charAt(start - 1) == ':'
				&& this.text.substring(Math.max(0, start - ValueExtent.MAX_NAME), start).contains("arn:");
	}

	/**
	 * Return whether the name is the end of a path in a list of paths.
	 */
	boolean isPath(int start, int separator) {
		return start > 0 && this.text.charAt(separator) == ':'
				&& (this.text.charAt(start - 1) == '/' || this.text.charAt(start - 1) == '\\');
	}

	/**
	 * Return whether a value without quotes may have spaces in it.
	 */
	boolean hasWords(int separator, int name) {
		boolean header = this.text.charAt(separator) == ':' && this.text.startsWith(" ", separator + 1);
		return header || isAtStartOfLine(name) || isInList(name);
	}

	private boolean isInList(int name) {
		int before = (name > 0 && this.text.charAt(name - 1) == ' ') ? name - 2 : name - 1;
		return before >= 0 && ",;[{(|".indexOf(this.text.charAt(before)) >= 0;
	}

	private boolean isAtStartOfLine(int index) {
		int start = index;
		while (start > 0 && index - start < ValueExtent.MAX_NAME
				&& (this.text.charAt(start - 1) == ' ' || this.text.charAt(start - 1) == '-')) {
			start--;
		}
		return start == 0 || this.text.charAt(start - 1) == '\n';
	}

	/**
	 * Return whether the name is told to the layout of a log, as in {@code %X{token:-}}.
	 */
	boolean isConversion(int start) {
		return this.text.startsWith("%X{", start - 3) || this.text.startsWith("%mdc{", start - 5);
	}

	boolean isStartOfToken(int index) {
		return index == 0 || Character.isWhitespace(this.text.charAt(index - 1))
				|| ValueExtent.isQuote(this.text.charAt(index - 1)) || this.text.charAt(index - 1) == '[';
	}

	int wordEnd(int index) {
		int end = index;
		while (end > 0 && index - end < 3 && this.text.charAt(end - 1) == ' ') {
			end--;
		}
		return end;
	}

}
