package io.github.gmr.section.bean;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stand for things that are made anew for each report and are known by their names: what
 * hangs is recognised by its subject. Thread-safe.
 */
public final class Subjects {

	private final Map<String, Object> byName = new ConcurrentHashMap<>();

	/**
	 * Return the subject of a name.
	 * @param name the name, one of not too many
	 * @return the subject, the same each time
	 */
	public Object of(String name) {
		return this.byName.computeIfAbsent(name, (any) -> new Object());
	}

	/**
	 * Return the subjects of all names so far.
	 * @return the subjects
	 */
	public List<Object> all() {
		return List.copyOf(this.byName.values());
	}

}
