package io.github.gmr.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Headers that travel as parameters of the media type, as old mails did it with the name
 * of a file: the media type is the only header that an operation can set.
 */
enum CarriedHeader {

	/**
	 * How a file is called that a report is saved to.
	 */
	FILE_NAME("name") {
		@Override
		void set(String value, BiConsumer<String, String> headers) {
			headers.accept(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename(value).build().toString());
		}
	},

	/**
	 * How many findings of each severity a report has.
	 */
	FINDINGS("findings") {

		@Override
		void set(String value, BiConsumer<String, String> headers) {
			headers.accept("Gmr-Findings", value);
		}

	},

	/**
	 * In how many seconds it makes sense to try again.
	 */
	RETRY_AFTER("retry-after") {
		@Override
		void set(String value, BiConsumer<String, String> headers) {
			headers.accept(HttpHeaders.RETRY_AFTER, value);
		}
	};

	private static final String QUOTE = "\"";

	private final String parameter;

	CarriedHeader(String parameter) {
		this.parameter = parameter;
	}

	abstract void set(String value, BiConsumer<String, String> headers);

	/**
	 * Let a media type carry the header.
	 * @param type the media type
	 * @param value the value of the header, without quotes
	 * @return the media type with one more parameter
	 */
	MimeType addTo(MimeType type, String value) {
		Map<String, String> parameters = new LinkedHashMap<>(type.getParameters());
		parameters.put(this.parameter, QUOTE + value + QUOTE);
		return new MimeType(type, parameters);
	}

	/**
	 * Set the headers that a media type carries, and the media type without them.
	 * @param contentType the media type of the response
	 * @param headers sets a header
	 */
	static void unpack(@Nullable String contentType, BiConsumer<String, String> headers) {
		MimeType type = parse(contentType);
		if (type != null) {
			Map<String, String> parameters = new LinkedHashMap<>(type.getParameters());
			for (CarriedHeader header : values()) {
				String value = parameters.remove(header.parameter);
				if (value != null) {
					header.set(value.replace(QUOTE, ""), headers);
				}
			}
			if (parameters.size() < type.getParameters().size()) {
				headers.accept(HttpHeaders.CONTENT_TYPE, new MimeType(type, parameters).toString());
			}
		}
	}

	private static @Nullable MimeType parse(@Nullable String contentType) {
		try {
			return (contentType != null) ? MimeTypeUtils.parseMimeType(contentType) : null;
		}
		catch (InvalidMimeTypeException ex) {
			return null;
		}
	}

}
