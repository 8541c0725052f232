package io.github.gmr.view;

import java.util.regex.Pattern;

/**
 * Text that somebody may have smuggled into a report.
 */
public enum Hostile {

	SCRIPT("</script><script>alert(1)</script>", "</script><script>alert(1)</script>"),

	MARKUP("--></style></title></svg>\"' onload='x' <b>&amp;", "--></style></title></svg>\"' onload='x' <b>&amp;"),

	CDATA("a]]>b<![CDATA[", "a]]>b<![CDATA["),

	CONTROL("a\u0000b\u001b[2Jc\u0085d\u007f", "a\\u0000b\\u001b[2Jc\\u0085d\\u007f"),

	LINES("a\r\n====\u2028b", "\\u2028b"),

	SURROGATES("a\ud800b\udc00", "a\\ud800b\\udc00"),

	RIGHT_TO_LEFT("a\u202eb\u2066c", "a\\u202eb\\u2066c"),

	NO_CHARACTER("a\uffffb\ufffec", "a\\uffffb\\ufffec"),

	BACKSLASH("\\u202e\\", "\\u202e\\"),

	EMOJI("\ud83d\udc7e", "\ud83d\udc7e"),

	LONG("a long story, ".repeat(10_000), "a long story, a long story");

	/**
	 * What no output may hold: control characters other than line feeds and tabs, format
	 * characters and what is no character.
	 */
	public static final Pattern VISIBLE = Pattern.compile("[\\P{C}\\n\\t\\x{1f47e}]*");

	private final String text;

	private final String visible;

	Hostile(String text, String visible) {
		this.text = text;
		this.visible = visible;
	}

	public String text() {
		return this.text;
	}

	/**
	 * Return what a reader must be able to see.
	 * @return a part of the text as it is shown
	 */
	public String visible() {
		return this.visible;
	}

}
