package io.github.gmr.section.web;

import org.jspecify.annotations.Nullable;

/**
 * Reads the header in which W3C Trace Context has the trace of a request. Proxies in
 * front of an application often send it, even if the application itself traces nothing.
 */
final class TraceParent {

	static final String HEADER = "traceparent";

	/**
	 * Version, trace, span and flags; {@code x} stands for a digit.
	 */
	private static final String FORM = "00-" + "x".repeat(32) + "-" + "x".repeat(16) + "-xx";

	private static final int TRACE_START = 3;

	private static final int TRACE_END = 35;

	private static final int SPAN_START = 36;

	private static final String NO_TRACE = "0".repeat(32);

	private static final String NO_SPAN = "0".repeat(16);

	private TraceParent() {
	}

	/**
	 * Return the id of the trace.
	 * @param header the value of the header, not to be trusted
	 * @return 32 hexadecimal digits, or {@code null} if the header is missing or
	 * malformed
	 */
	static @Nullable String traceId(@Nullable String header) {
		if (header == null || !isWellFormed(header) || header.startsWith(NO_TRACE, TRACE_START)
				|| header.startsWith(NO_SPAN, SPAN_START)) {
			return null;
		}
		return header.substring(TRACE_START, TRACE_END);
	}

	private static boolean isWellFormed(String header) {
		if (header.length() != FORM.length()) {
			return false;
		}
		for (int i = 0; i < header.length(); i++) {
			char expected = FORM.charAt(i);
			if ((expected == 'x') ? !isDigit(header.charAt(i)) : header.charAt(i) != expected) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns whether a character is a hexadecimal digit as the header has it, in lower
	 * case.
	 */
	private static boolean isDigit(char character) {
		return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
	}

}
