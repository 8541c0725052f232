package io.github.gmr.section.memory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;

/**
 * The memory for compiled code, as HotSpot's command {@code compilerCodecache} describes
 * it.
 */
final class CodeCache {

	static final Check CHECK = new Check("code-cache-full");

	private static final Pattern FULL = Pattern.compile("full_count=(\\d{1,9})");

	/**
	 * What the compiler says that has given up, not one that was switched off.
	 */
	private static final String GIVEN_UP = "disabled (not enough";

	private CodeCache() {
	}

	/**
	 * Look whether it is, or was, full.
	 * @param description the description
	 * @return the result
	 */
	static Check.Result check(String description) {
		Matcher counts = FULL.matcher(description);
		if (!counts.find()) {
			return CHECK.notPossible("this JVM does not tell whether its code cache was full");
		}
		int full = Integer.parseInt(counts.group(1));
		boolean given = description.contains(GIVEN_UP);
		Finding now = Content
			.warning("The code cache is full: nothing is compiled any more, code that is not runs slowly")
			.evidence("full", full)
			.next(MemorySection.TITLE);
		Finding before = Content
			.info("The code cache was full %d times since the start: compiled code was given up", full)
			.evidence("full", full)
			.next(MemorySection.TITLE);
		return CHECK.of(given ? now : ((full > 0) ? before : null), Level.of(full, 1, "times"));
	}

}
