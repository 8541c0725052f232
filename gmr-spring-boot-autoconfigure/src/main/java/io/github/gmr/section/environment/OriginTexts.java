package io.github.gmr.section.environment;

import java.lang.ref.SoftReference;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.env.PropertySource;

/**
 * Keeps where properties are in sources that never change: Spring Boot looks for the file
 * again each time it is asked to write that down. Forgets sources that are gone, and all
 * of them before the heap is full. Thread-safe.
 */
final class OriginTexts {

	private volatile SoftReference<Map<PropertySource<?>, Map<String, String>>> kept = new SoftReference<>(null);

	/**
	 * Return what is known of sources.
	 * @param sources all sources that there are now
	 * @return the places by the names of properties, of each source, to be added to
	 */
	Map<SourceReading, Map<String, String>> of(Iterable<SourceReading> sources) {
		Map<PropertySource<?>, Map<String, String>> before = Objects.requireNonNullElse(this.kept.get(), Map.of());
		Map<PropertySource<?>, Map<String, String>> now = new IdentityHashMap<>();
		Map<SourceReading, Map<String, String>> all = new IdentityHashMap<>();
		for (SourceReading source : sources) {
			Map<String, String> known = before.getOrDefault(source.source(), new ConcurrentHashMap<>());
			all.put(source, known);
			if (!source.isMutable()) {
				now.put(source.source(), known);
			}
		}
		this.kept = new SoftReference<>(now);
		return all;
	}

}
