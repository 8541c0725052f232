package io.github.gmr.redact.find;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Prose;
import io.github.gmr.redact.text.SecretFinder;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets that stand in words after their names rather than after a separator:
 * {@code IDENTIFIED BY 'x'}, {@code token("x")}, {@code set db_password x},
 * {@code value [x] of property 'password'}.
 */
final class Sentences implements SecretFinder {

	private final NameRules names;

	Sentences(NameRules names) {
		this.names = names;
	}

	@Override
	public void find(String text, Marks marks) {
		new Walk(text, this.names, marks).run();
	}

	/**
	 * One walk over one text.
	 */
	private static final class Walk {

		private static final Set<String> LINKS = Set.of("is", "was", "of", "to", "with", "as", "by", "value");

		/**
		 * Commands that take a name and a value.
		 */
		private static final Set<String> COMMANDS = Set.of("set", "env", "export", "setx", "add");

		/**
		 * How the names of methods begin that are told no secret.
		 */
		private static final Pattern GETTERS = Pattern
			.compile("(?:get|list|load|count|refresh|read|drop|purge|rotate|has|is)(?:[A-Z_].*|$)");

		private static final Pattern THING = Pattern.compile(
				"[a-z0-9.-]{1,200}[\"'`] (?:was |is )?(?:not |already |forbidden|in |cannot |created|deleted|updated|does )");

		private static final Set<String> VALUES = Set.of("value", "string", "input", "literal");

		private static final Set<String> NAMED = Set.of("property", "field", "key", "parameter", "option", "setting",
				"variable", "header");

		/**
		 * Names in files that separate names and values by a space.
		 */
		private static final Set<String> GLUED = Set.of("requirepass", "masterauth");

		private static final int MAX_LINK = 6;

		private static final int NONE = -1;

		private final String text;

		private final NameRules names;

		private final ValueExtent extent;

		private final AssignedName name;

		private final SecretValues values;

		private @Nullable String told;

		/**
		 * Where a value stands whose name may come after it.
		 */
		private int untold = NONE;

		Walk(String text, NameRules names, Marks marks) {
			this.text = text;
			this.names = names;
			this.extent = new ValueExtent(text);
			this.name = new AssignedName(text, this.extent, (name) -> false);
			this.values = new SecretValues(text, names, marks, this.extent);
		}

		void run() {
			assignment(0);
			for (int i = 0; i < this.text.length(); i++) {
				switch (this.text.charAt(i)) {
					case '"', '\'', '`' -> quote(i);
					case '[' -> bracket(i);
					case ' ' -> link(i);
					case '\n' -> {
						this.told = null;
						assignment(this.extent.skipSpaces(i + 1));
					}
					default -> {
					}
				}
			}
		}

		/**
		 * Mark what is quoted after the word for a secret.
		 */
		private void quote(int quote) {
			if (this.untold != NONE && isElement(quote)) {
				return;
			}
			int end = this.name.wordEnd(quote);
			boolean call = quote > 0 && this.text.charAt(quote - 1) == '(';
			boolean escaped = quote > 0 && this.text.charAt(quote - 1) == '\\';
			end = call ? quote - 1 : escaped ? this.name.wordEnd(quote - 1) : end;
			if (end > 0 && this.text.charAt(end - 1) == ':' && isValue(end - 1)) {
				value(quote);
				return;
			}
			if (end == quote || end == 0) {
				return;
			}
			int start = this.extent.startOfName(end);
			if (!role(this.text.substring(start, end), quote)) {
				named(start, end, quote, call);
			}
		}

		/**
		 * Learn the name of a value from an element of a path, as in
		 * {@code com.acme.Login["password"]}.
		 */
		private boolean isElement(int quote) {
			if (quote == 0 || this.text.charAt(quote - 1) != '[') {
				return false;
			}
			int end = this.extent.endOfName(quote + 1);
			String name = this.text.substring(quote + 1, end);
			boolean element = this.text.startsWith("\"]", end) || this.text.startsWith("']", end);
			if (element && this.names.shape(name).isSecret()) {
				name(name);
			}
			return element;
		}

		private void named(int start, int end, int quote, boolean call) {
			String name = this.name.of(start, end);
			if (LINKS.contains(name.toLowerCase(Locale.ROOT)) && this.name.wordEnd(start) < start) {
				int before = this.name.wordEnd(start);
				name = this.name.of(this.extent.startOfName(before), before);
			}
			name = name.regionMatches(true, 0, "identif", 0, "identif".length()) ? "password" : name;
			boolean getter = call && GETTERS.matcher(name.substring(name.lastIndexOf('.') + 1)).lookingAt();
			if (!getter && this.names.shape(name) != Shape.ANY && !isNamedThing(name, quote)) {
				this.values.markValue(name, quote, false, false);
			}
		}

		/**
		 * Return whether a word before a colon says that a value follows.
		 */
		private boolean isValue(int colon) {
			return VALUES.contains(this.text.substring(this.extent.startOfName(colon), colon).toLowerCase(Locale.ROOT));
		}

		/**
		 * Return whether what is quoted is the name of a secret of which something is
		 * said, as in {@code secret "orders-db" not found}.
		 */
		private boolean isNamedThing(String name, int quote) {
			int end = this.extent.endOfQuote(quote + 1, this.text.substring(quote, quote + 1));
			return name.toLowerCase(Locale.ROOT).startsWith("secret") && end < this.text.length()
					&& THING.matcher(this.text).region(quote + 1, this.text.length()).lookingAt();
		}

		/**
		 * Learn where a value stands, or the name of one.
		 */
		private boolean role(String word, int quote) {
			String role = word.toLowerCase(Locale.ROOT);
			if (VALUES.contains(role)) {
				value(quote);
				return this.told != null;
			}
			if (!NAMED.contains(role)) {
				return false;
			}
			int start = quote + 1;
			String name = this.text.substring(start, this.extent.endOfName(start));
			if (this.names.shape(name).isSecret()) {
				name(name);
			}
			return true;
		}

		private void name(String name) {
			this.told = name;
			if (this.untold != NONE) {
				mark(name, this.untold);
				this.untold = NONE;
			}
		}

		private void value(int start) {
			if (this.told != null) {
				mark(this.told, start);
			}
			this.untold = start;
		}

		private void mark(String name, int start) {
			if (this.text.charAt(start) == '[') {
				this.values.mark(name, start + 1, this.extent.endOfBrackets(start) - 1);
			}
			else {
				this.values.markValue(name, start, false, false);
			}
		}

		private void bracket(int index) {
			if (this.text.regionMatches(true, index - "value ".length(), "value ", 0, "value ".length())) {
				value(index);
			}
		}

		/**
		 * Mark what follows a command.
		 */
		private void link(int space) {
			int start = space + 1;
			int end = this.extent.endOfName(start);
			if (start == end || end - start > MAX_LINK || !this.text.startsWith(" ", end)) {
				return;
			}
			String word = this.text.substring(start, end).toLowerCase(Locale.ROOT);
			if (COMMANDS.contains(word)) {
				assignment(end + 1);
			}
		}

		/**
		 * Mark what follows the name of a secret at the beginning of a line, if that is
		 * no word of a sentence.
		 */
		private void assignment(int name) {
			int start = name;
			int end = this.extent.endOfName(start);
			if (COMMANDS.contains(this.text.substring(start, end).toLowerCase(Locale.ROOT))
					&& this.text.startsWith(" ", end)) {
				start = end + 1;
				end = this.extent.endOfName(start);
			}
			if (end == start && this.text.startsWith("/", start)) {
				start = endOfPath(start);
				end = this.extent.endOfName(start);
			}
			if (end == start || !this.text.startsWith(" ", end)) {
				return;
			}
			String assigned = this.text.substring(start, end);
			int valueEnd = endOfWord(end + 1);
			boolean linked = Prose.isFunctionWord(this.text.substring(end + 1, valueEnd));
			if (isCompound(assigned) && !linked && this.names.shape(assigned).isSecret()) {
				this.values.mark(assigned, end + 1, valueEnd);
			}
		}

		/**
		 * Return where a name starts behind a host, as in
		 * {@code //registry.acme.com/:_authToken}.
		 */
		private int endOfPath(int start) {
			int end = start;
			while (end < this.text.length() && end - start < ValueExtent.MAX_NAME
					&& !Character.isWhitespace(this.text.charAt(end)) && !this.text.startsWith(":_", end)) {
				end++;
			}
			return this.text.startsWith(":_", end) ? end + 1 : end;
		}

		private static boolean isCompound(String name) {
			return name.indexOf('_') >= 0 || GLUED.contains(name);
		}

		private int endOfWord(int start) {
			int end = this.extent.endOfBare(start, false, false);
			while (end > start && ".,;:)]".indexOf(this.text.charAt(end - 1)) >= 0) {
				end--;
			}
			return end;
		}

	}

}
