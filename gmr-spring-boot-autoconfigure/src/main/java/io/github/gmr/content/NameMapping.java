package io.github.gmr.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Maps every text in a summary that may tell the name of a thread.
 */
final class NameMapping {

	private final UnaryOperator<String> names;

	NameMapping(UnaryOperator<String> names) {
		this.names = names;
	}

	Fields map(Fields fields) {
		Map<String, Content> values = new LinkedHashMap<>();
		fields.values().forEach((name, value) -> values.put(this.names.apply(name), map(value)));
		return new Fields(values);
	}

	private Content map(Content content) {
		if (content instanceof Fields fields) {
			return map(fields);
		}
		if (content instanceof Items items) {
			return new Items(items.values().stream().map(this::map).toList());
		}
		if (content instanceof Text text) {
			return new Text(this.names.apply(text.text()));
		}
		if (content instanceof Value value && value.value() instanceof String text) {
			return new Value(this.names.apply(text));
		}
		return (content instanceof Finding finding)
				? new Finding(finding.severity(), this.names.apply(finding.summary()), finding.next()) : content;
	}

}
