package io.github.gmr.section.process;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the system lets this process have of something.
 *
 * @param name what is limited, such as {@code "open files"}
 * @param soft the limit that holds, a number or {@code "unlimited"}
 * @param hard up to where the process itself may raise it
 * @param unit the unit, empty if there is none
 */
record ResourceLimit(String name, String soft, String hard, String unit) {

	private static final Pattern LINE = Pattern.compile("Max ([a-z ]+?) {2,}(\\w+) +(\\w+) *(\\w*) *");

	/**
	 * Parse the lines of a {@code limits} file, such as
	 * {@code "Max open files   1024   4096   files"}.
	 * @param lines the lines
	 * @return the limits
	 */
	static List<ResourceLimit> parse(List<String> lines) {
		return lines.stream()
			.map(LINE::matcher)
			.filter(Matcher::matches)
			.map((line) -> new ResourceLimit(line.group(1), line.group(2), line.group(3), line.group(4)))
			.toList();
	}

	boolean isUnlimited() {
		return "unlimited".equals(this.soft);
	}

}
