package io.github.gmr.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.gmr.content.text.UniqueNames;
import io.github.gmr.content.text.WellFormed;

/**
 * Named values in order. Names are unique: the second of a name is called
 * {@code "name (2)"}.
 *
 * @param values the values by name, unmodifiable
 * @param checks what was looked for while they were made; what was found is among the
 * values
 */
public record Fields(Map<String, Content> values, List<Check.Result> checks) implements Content {

	static final String MORE = "...";

	public Fields {
		values = Collections.unmodifiableMap(normalize(values));
		checks = List.copyOf(checks);
	}

	/**
	 * Create fields that nothing was looked for in.
	 * @param values the values by name
	 */
	public Fields(Map<String, Content> values) {
		this(values, List.of());
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitFields(this);
	}

	@Override
	public String asText() {
		return this.values.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + field.getValue().asText())
			.collect(Collectors.joining(", "));
	}

	/**
	 * Return the first of these fields.
	 * @param kept the fields that are kept, whatever became of their values
	 * @return new fields that count those that are left out
	 */
	public Fields cutTo(Map<String, Content> kept) {
		Map<String, Content> result = new LinkedHashMap<>(kept);
		List<Content> omitted = this.values.values().stream().skip(kept.size()).toList();
		if (!omitted.isEmpty()) {
			result.put(MORE, Limits.more(omitted));
		}
		return new Fields(result, this.checks);
	}

	static Map<String, Content> normalize(Map<String, Content> values) {
		Map<String, Content> result = new LinkedHashMap<>();
		UniqueNames names = new UniqueNames();
		values.forEach((name, value) -> {
			if (result.size() < Limits.MAX_ENTRIES || MORE.equals(name)) {
				result.put(names.unique(WellFormed.name(name)), Limits.nested(value));
			}
		});
		if (result.size() < values.size()) {
			result.put(MORE, new Text(Limits.more(values.size() - result.size())));
		}
		return result;
	}

}
