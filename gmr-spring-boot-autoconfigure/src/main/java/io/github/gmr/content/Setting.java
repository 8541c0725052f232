package io.github.gmr.content;

import java.util.List;
import java.util.stream.Collectors;

import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * One configuration setting.
 *
 * @param group the group it is printed under, {@code "default"} for a name without one
 * @param name the whole name, such as {@code "server.port"}
 * @param value the effective value, or {@code null}
 * @param provenance where the value comes from, or {@code null} if nobody knows
 * @param hidden whether the value is withheld from the audience
 * @param pieces what the value was put together from if other settings are part of it,
 * else empty
 * @param remark what else there is to say about the value, or {@code null}
 */
public record Setting(String group, String name, @Nullable String value, @Nullable Provenance provenance,
		boolean hidden, List<Piece> pieces, @Nullable Remark remark) {

	public Setting {
		group = WellFormed.name(group);
		name = WellFormed.name(name);
		value = (value != null) ? WellFormed.text(value) : null;
		pieces = List.copyOf(pieces);
	}

	/**
	 * Create a setting whose value is its own.
	 * @param group the group it is printed under
	 * @param name the whole name
	 * @param value the effective value
	 * @param provenance where the value comes from
	 * @param hidden whether the value is withheld from the audience
	 */
	public Setting(String group, String name, @Nullable String value, @Nullable Provenance provenance, boolean hidden) {
		this(group, name, value, provenance, hidden, List.of(), null);
	}

	/**
	 * Create a setting whose group is the first part of its dotted name.
	 * @param name the whole name
	 * @param value the effective value
	 * @param provenance where the value comes from
	 * @return the setting
	 */
	public static Setting of(String name, @Nullable String value, @Nullable Provenance provenance) {
		return new Setting(group(name), name, value, provenance, false);
	}

	/**
	 * Create a setting from pieces.
	 * @param group the group it is printed under
	 * @param name the whole name
	 * @param pieces the pieces of the effective value
	 * @param provenance where the value comes from
	 * @return the setting
	 */
	public static Setting of(String group, String name, List<Piece> pieces, @Nullable Provenance provenance) {
		String value = pieces.stream().map(Piece::text).collect(Collectors.joining());
		boolean own = pieces.stream().allMatch((piece) -> piece.keys().isEmpty());
		return new Setting(group, name, value, provenance, false, own ? List.of() : pieces, null);
	}

	/**
	 * Return the group of a setting by its name.
	 * @param name the whole name
	 * @return the first part of a dotted name, or {@code "default"}
	 */
	public static String group(String name) {
		int dot = name.indexOf('.');
		return (dot > 0) ? name.substring(0, dot) : "default";
	}

	/**
	 * Where the value of a setting comes from.
	 *
	 * @param source the name of the property source that wins
	 * @param origin the place in it, such as file and line, or {@code null}
	 * @param shadowed how many sources of lower precedence have a value, too
	 */
	public record Provenance(String source, @Nullable String origin, int shadowed) {

		public Provenance {
			source = WellFormed.name(source);
			origin = (origin != null) ? WellFormed.name(origin) : null;
		}

		/**
		 * Return where to look: the origin, and the source too unless the origin tells
		 * it, as {@code class path resource [application.yml] from shop.jar - 3:9} does.
		 * @return the place in words
		 */
		public String place() {
			if (this.origin == null) {
				return this.source;
			}
			String file = before(" from ", before(" - ", this.origin));
			boolean told = this.source.contains(file) || tells(this.origin, this.source);
			return told ? this.origin : this.source + ": " + this.origin;
		}

		private static String before(String end, String text) {
			int index = text.lastIndexOf(end);
			return (index > 0) ? text.substring(0, index) : text;
		}

		/**
		 * Return whether a text contains another one, but for spaces and upper case.
		 */
		private static boolean tells(String text, String other) {
			for (int start = 0; start < text.length(); start++) {
				if (tells(text, start, other)) {
					return true;
				}
			}
			return false;
		}

		private static boolean tells(String text, int start, String other) {
			int index = start;
			for (int i = 0; i < other.length(); i++) {
				if (other.charAt(i) != ' ') {
					while (index < text.length() && text.charAt(index) == ' ') {
						index++;
					}
					if (index == text.length() || lower(text.charAt(index++)) != lower(other.charAt(i))) {
						return false;
					}
				}
			}
			return true;
		}

		private static char lower(char ch) {
			return Character.toLowerCase(ch);
		}

	}

	/**
	 * Part of a value.
	 *
	 * @param text the part
	 * @param keys the names of the settings it was taken from, the outermost first; empty
	 * for what stands in the value itself
	 */
	public record Piece(String text, List<String> keys) {

		public Piece {
			text = WellFormed.text(text);
			keys = List.copyOf(keys);
		}

	}

	/**
	 * What else there is to say about a value.
	 *
	 * @param kind what kind of remark it is
	 * @param detail more about it, which may quote the value, or {@code null}
	 */
	public record Remark(Kind kind, @Nullable String detail) {

		public Remark {
			detail = (detail != null) ? WellFormed.name(detail) : null;
		}

		/**
		 * Return whether the value may still have placeholders in it. What looks like one
		 * in any other value is meant literally.
		 * @return whether it is not resolved, or not to the end
		 */
		public boolean isOpen() {
			return this.kind.open;
		}

		/**
		 * Return the remark without what may quote the value.
		 * @return the remark for an audience that does not see the value
		 */
		public Remark withoutDetail() {
			return new Remark(this.kind, null);
		}

		/**
		 * Return the remark in words.
		 * @return a part of a sentence
		 */
		public String text() {
			return this.kind.words + ((this.detail != null) ? ": " + this.detail : "");
		}

		/**
		 * Kinds of remarks.
		 */
		public enum Kind {

			/**
			 * A placeholder has no value, or has no end.
			 */
			UNRESOLVED("cannot be resolved", true),

			/**
			 * The value is another one each time.
			 */
			RANDOM("random, another value each time it is asked for", true),

			/**
			 * Only the source knows the value by this name.
			 */
			UNKNOWN("the Environment has no property of this name", true),

			/**
			 * The value is what the sources that can be listed say.
			 */
			FAILED("the Environment fails", true),

			/**
			 * The value comes from a source that cannot be listed.
			 */
			UNLISTED("none of the listed sources has this value", false),

			/**
			 * No source has a value, so that it has its default.
			 */
			UNSET("not set", false);

			private final String words;

			private final boolean open;

			Kind(String words, boolean open) {
				this.words = words;
				this.open = open;
			}

		}

	}

}
