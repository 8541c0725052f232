package io.github.gmr.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MimeType;

/**
 * Carries the name of a file as a parameter of a media type, as old mails did: the media
 * type is the only header that an operation can set.
 */
final class FileNameParameter {

	private static final String NAME = "name";

	private FileNameParameter() {
	}

	/**
	 * Add a name to a media type.
	 * @param type the media type
	 * @param fileName the name
	 * @return the media type with the name
	 */
	static MimeType add(MimeType type, String fileName) {
		return change(type, (parameters) -> parameters.put(NAME, fileName));
	}

	/**
	 * Return the name that a media type carries.
	 * @param type the media type
	 * @return the name, or {@code null} if there is none
	 */
	static @Nullable String get(MimeType type) {
		return type.getParameter(NAME);
	}

	/**
	 * Remove the name from a media type.
	 * @param type the media type
	 * @return the media type without a name
	 */
	static MimeType remove(MimeType type) {
		return change(type, (parameters) -> parameters.remove(NAME));
	}

	private static MimeType change(MimeType type, Consumer<Map<String, String>> change) {
		Map<String, String> parameters = new LinkedHashMap<>(type.getParameters());
		change.accept(parameters);
		return new MimeType(type, parameters);
	}

}
