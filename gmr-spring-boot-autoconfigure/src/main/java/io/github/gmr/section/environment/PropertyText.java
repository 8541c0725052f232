package io.github.gmr.section.environment;

import java.lang.reflect.Array;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

import io.github.gmr.content.text.Truncation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.OriginTrackedValue;

/**
 * Writes the values of properties as text. What has parts becomes a property for each:
 * {@code map.key}, {@code list[0]}.
 */
final class PropertyText {

	private static final int MAX_DEPTH = 16;

	/**
	 * Characters of a value that are kept.
	 */
	static final int MAX_TEXT = 65_000;

	private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Map<String, String> texts;

	PropertyText(Map<String, String> texts) {
		this.texts = texts;
	}

	/**
	 * Add a property.
	 * @param name its name
	 * @param value its value
	 */
	void add(String name, @Nullable Object value) {
		if (value instanceof OriginTrackedValue tracked) {
			add(name, tracked.getValue());
		}
		else if (value != null && (value instanceof Map || value instanceof Iterable || isArray(value))) {
			addParts(name, value);
		}
		else {
			this.texts.put(name, text(value));
		}
	}

	private static boolean isArray(Object value) {
		return value.getClass().isArray() && !(value instanceof char[]) && !(value instanceof byte[]);
	}

	private void addParts(String name, Object value) {
		if (this.path.size() == MAX_DEPTH || value instanceof java.nio.file.Path || !this.path.add(value)) {
			this.texts.put(name, "(" + value.getClass().getName() + ")");
			return;
		}
		try {
			addEach(name, value);
		}
		finally {
			this.path.remove(value);
		}
	}

	private void addEach(String name, Object value) {
		int before = this.texts.size();
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, part) -> add(name + "." + key, part));
		}
		else {
			addElements(name, value);
		}
		if (this.texts.size() == before) {
			this.texts.put(name, "");
		}
	}

	private void addElements(String name, Object value) {
		int index = 0;
		if (value instanceof Iterable<?> elements) {
			for (Object element : elements) {
				add(name + "[" + index++ + "]", element);
			}
		}
		else {
			for (; index < Array.getLength(value); index++) {
				add(name + "[" + index + "]", Array.get(value, index));
			}
		}
	}

	private static String text(@Nullable Object value) {
		if (value instanceof char[] chars) {
			return new String(chars);
		}
		if (value instanceof byte[] bytes) {
			return bytes.length + " bytes";
		}
		String text = (value instanceof Class<?> type) ? type.getName() : String.valueOf(value);
		return Truncation.keep(text, MAX_TEXT);
	}

}
