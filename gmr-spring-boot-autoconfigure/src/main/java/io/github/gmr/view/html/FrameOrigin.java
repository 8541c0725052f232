package io.github.gmr.view.html;

import java.util.List;

import io.github.gmr.view.Word;

/**
 * Whose method a frame is in, as far as its name tells.
 */
enum FrameOrigin {

	OWN("other code", List.of()),

	LIBRARY("well-known libraries",
			List.of("org.springframework.", "org.apache.", "io.netty.", "reactor.", "io.micrometer.", "com.zaxxer.",
					"org.eclipse.", "org.hibernate.", "kotlin.", "kotlinx.", "scala.", "jakarta.", "ch.qos.",
					"io.undertow.", "com.fasterxml.", "tools.jackson.", "org.h2.", "org.postgresql.", "com.mysql.")),

	JDK("JDK", List.of("java.", "javax.", "jdk.", "sun.", "com.sun."));

	private final String words;

	private final List<String> prefixes;

	FrameOrigin(String words, List<String> prefixes) {
		this.words = words;
		this.prefixes = prefixes;
	}

	static FrameOrigin of(String frame) {
		for (FrameOrigin origin : values()) {
			if (origin.prefixes.stream().anyMatch(frame::startsWith)) {
				return origin;
			}
		}
		return OWN;
	}

	/**
	 * Return the class of elements about such a frame.
	 * @return the class
	 */
	String type() {
		return "origin-" + Word.of(this);
	}

	String words() {
		return this.words;
	}

}
