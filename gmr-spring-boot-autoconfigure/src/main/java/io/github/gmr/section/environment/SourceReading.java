package io.github.gmr.section.environment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.gmr.content.Failure;
import io.github.gmr.section.bean.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What one property source said when it was asked once for all it has.
 */
final class SourceReading {

	private final PropertySource<?> source;

	private final Map<String, String> values;

	private final String state;

	private final boolean silent;

	private final boolean whole;

	private SourceReading(PropertySource<?> source, Map<String, String> values, String state) {
		this(source, values, state, false, false);
	}

	private SourceReading(PropertySource<?> source, Map<String, String> values, String state, boolean silent,
			boolean whole) {
		this.source = source;
		this.values = Collections.unmodifiableMap(values);
		this.state = state;
		this.silent = silent;
		this.whole = whole;
	}

	/**
	 * Read a source. A property that cannot be read costs only itself.
	 * @param source the source
	 * @return its properties, or why there are none
	 */
	static SourceReading of(PropertySource<?> source) {
		if (!(source instanceof EnumerablePropertySource<?> enumerable)) {
			return new SourceReading(source, Map.of(), "cannot be listed");
		}
		try {
			@Nullable String @Nullable [] names = enumerable.getPropertyNames();
			return (names != null) ? read(enumerable, names)
					: new SourceReading(source, Map.of(), "failed: it has null for names");
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return new SourceReading(source, Map.of(), "failed: " + ex.getClass().getName());
		}
	}

	/**
	 * Return what a source has answered.
	 * @param source the source
	 * @param answer its answer
	 * @return its properties, or why there are none
	 */
	static SourceReading of(PropertySource<?> source, Reading<SourceReading> answer) {
		Failure silence = answer.silence();
		return (silence != null) ? new SourceReading(source, Map.of(), silence.asText(), true, false)
				: Objects.requireNonNull(answer.answer());
	}

	private static SourceReading read(EnumerablePropertySource<?> source, @Nullable String[] names) {
		Map<String, String> values = new LinkedHashMap<>();
		PropertyText texts = new PropertyText(values);
		boolean whole = true;
		for (String name : names) {
			if (name != null && !values.containsKey(name)) {
				whole &= readProperty(source, name, texts);
			}
		}
		return new SourceReading(source, values, (values.size() == 1) ? "1 property" : values.size() + " properties",
				false, whole);
	}

	private static boolean readProperty(EnumerablePropertySource<?> source, String name, PropertyText texts) {
		try {
			texts.add(name, source.getProperty(name));
			return true;
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			texts.add(name, "<error: " + ex.getClass().getName() + ">");
			return false;
		}
	}

	String name() {
		return this.source.getName();
	}

	/**
	 * Return the properties by the names the source has for them.
	 * @return the values as text
	 */
	Map<String, String> values() {
		return this.values;
	}

	/**
	 * Return how many properties there are, or why there are none.
	 * @return a few words
	 */
	String state() {
		return this.state;
	}

	/**
	 * Return whether the source did not answer, and is not to be asked again.
	 * @return whether nobody knows what it has
	 */
	boolean isSilent() {
		return this.silent;
	}

	/**
	 * Return whether the source has more than it lists, for any name.
	 * @return whether the application may get a value from it that is not listed
	 */
	boolean isUnlisted() {
		return !(this.source instanceof EnumerablePropertySource) && !isRandom();
	}

	private boolean isRandom() {
		return RandomValuePropertySource.RANDOM_PROPERTY_SOURCE_NAME.equals(this.source.getName());
	}

	/**
	 * Return whether the source has listed all that it has, and did not fail.
	 * @return whether the application gets nothing from it that is not listed
	 */
	boolean isWhole() {
		return this.whole || isRandom();
	}

	/**
	 * Return whether Spring Boot compares all names with those of the source each time it
	 * asks the source for one.
	 * @return whether the source may change
	 */
	boolean isMutable() {
		return !(this.source instanceof OriginTrackedMapPropertySource map && map.isImmutable());
	}

	boolean isSystemEnvironment() {
		return this.source instanceof SystemEnvironmentPropertySource;
	}

	boolean isSystemProperties() {
		return StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME.equals(this.source.getName());
	}

	PropertySource<?> source() {
		return this.source;
	}

	/**
	 * Ask the source whether a value is no text, so that Spring may write it in another
	 * way.
	 * @param name the name of the property
	 * @return whether the value is converted
	 */
	boolean isConverted(String name) {
		Object value = this.source.getProperty(name);
		return value != null && !(value instanceof CharSequence);
	}

	/**
	 * Ask the source whether it has exactly a text by a name.
	 * @param name the name of the property
	 * @param text the text
	 * @return whether it has, and nothing to be converted
	 */
	boolean isText(String name, String text) {
		try {
			return text.equals(this.source.getProperty(name));
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return false;
		}
	}

	/**
	 * Ask the source for the places of properties.
	 * @param names the names of the properties
	 * @param origins has those that are known, and is given the file and line of each
	 * other by its name, or what else the source knows
	 */
	void addOrigins(List<String> names, Map<String, String> origins) {
		for (String name : names) {
			if (!origins.containsKey(name)) {
				String origin = origin(name);
				if (origin != null) {
					origins.put(name, origin);
				}
			}
		}
	}

	private @Nullable String origin(String name) {
		try {
			Object origin = OriginLookup.getOrigin(this.source, name);
			return (origin != null) ? origin.toString() : null;
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return null;
		}
	}

}
