package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.PropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Lets Spring resolve values and follows which keys it looks up meanwhile. Where in the
 * result a key has its part is found out by something else in its place: what differs
 * then is the part of that key. Used by one thread.
 */
final class PlaceholderTracer extends PropertySourcesPropertyResolver {

	private static final String PREFIX = "${";

	private static final String RANDOM = "random.";

	/**
	 * Stands in no value, as it is no character.
	 */
	private static final String STAND_IN = "\uFDD0";

	private static final int MAX_LOOKUPS = 1000;

	private static final int MAX_PARTS = 32;

	private static final int MAX_LENGTH = 65_536;

	private final Map<String, Optional<String>> known = new HashMap<>();

	private List<String> keys = List.of();

	private int replaced;

	private int length;

	PlaceholderTracer(PropertySources sources) {
		super(sources);
	}

	/**
	 * Return the value that the sources have for a key.
	 * @param key the key
	 * @return the value, placeholders as they are, or {@code null} if there is none
	 */
	@Nullable String raw(String key) {
		return this.known.computeIfAbsent(key, (name) -> Optional.ofNullable(super.getPropertyAsRawString(name)))
			.orElse(null);
	}

	/**
	 * Resolve a value. A placeholder that has no value stays as it is.
	 * @param value the value
	 * @return what has become of it
	 */
	Trace trace(String value) {
		if (!value.contains(PREFIX)) {
			return Trace.plain(value);
		}
		try {
			if (value.length() > MAX_LENGTH || value.split("\\$\\{", MAX_LOOKUPS + 2).length > MAX_LOOKUPS + 1) {
				throw new EndlessException();
			}
			String text = resolve(value, -1);
			List<String> keys = this.keys;
			return new Trace(value, text, keys, parts(value, text, keys.size()), null).without(this::isDefault);
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return new Trace(value, value, List.copyOf(this.keys), List.of(), reason(ex));
		}
	}

	/**
	 * Return which placeholder in a result stays as it is, as its key has no value.
	 * @param trace the result
	 * @return the key, or {@code null} if there is none, or nobody can be sure
	 */
	@Nullable String missing(Trace trace) {
		String missing = null;
		boolean sure = trace.value().indexOf('\\') < 0;
		for (String key : trace.keys()) {
			String value = raw(key);
			sure &= value == null || value.indexOf('\\') < 0;
			if (missing == null && value == null && trace.text().contains(PREFIX + key + "}")) {
				missing = key;
			}
		}
		return sure ? missing : null;
	}

	/**
	 * Return whether Spring has tried a key together with its default.
	 */
	private boolean isDefault(String key) {
		return key.indexOf(':') >= 0 && raw(key) == null;
	}

	private static String reason(Throwable failure) {
		if (failure instanceof EndlessException) {
			return "too many or too long placeholders";
		}
		return (failure instanceof PlaceholderResolutionException) ? "placeholders that lead back to themselves"
				: failure.getClass().getName();
	}

	private List<Trace.Part> parts(String value, String text, int count) {
		List<Trace.Part> parts = new ArrayList<>(count);
		for (int i = 0; i < count && count <= MAX_PARTS; i++) {
			Trace.Part part = Trace.Part.between(text, resolve(value, i), STAND_IN);
			if (part == null) {
				return List.of();
			}
			parts.add(part);
		}
		return parts;
	}

	private String resolve(String value, int replaced) {
		this.keys = new ArrayList<>();
		this.replaced = replaced;
		this.length = 0;
		return resolvePlaceholders(value);
	}

	@Override
	protected @Nullable String getPropertyAsRawString(String key) {
		if (this.keys.size() == MAX_LOOKUPS) {
			throw new EndlessException();
		}
		this.keys.add(key);
		if (this.keys.size() - 1 == this.replaced) {
			return STAND_IN;
		}
		String value = raw(key);
		this.length += (value != null) ? value.length() : 0;
		if (this.length > MAX_LENGTH) {
			throw new EndlessException();
		}
		return (value != null && key.startsWith(RANDOM)) ? escaped(key) : value;
	}

	/**
	 * Return a placeholder that stays as it is.
	 */
	private static String escaped(String key) {
		Character escape = getDefaultEscapeCharacter();
		return (escape != null) ? escape + PREFIX + key + "}" : "(random)";
	}

	/**
	 * There are too many placeholders, probably more and more of them.
	 */
	private static final class EndlessException extends RuntimeException {

		private EndlessException() {
			super(null, null, false, false);
		}

	}

}
