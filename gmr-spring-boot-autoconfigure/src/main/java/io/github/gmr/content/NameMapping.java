package io.github.gmr.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.gmr.content.text.UniqueNames;

/**
 * Maps every text in a summary that may tell the name of a thread.
 */
final class NameMapping implements ContentVisitor<Content> {

	private final UnaryOperator<String> names;

	NameMapping(UnaryOperator<String> names) {
		this.names = names;
	}

	@Override
	public Text visitText(Text text) {
		return new Text(this.names.apply(text.text()));
	}

	@Override
	public Value visitValue(Value value) {
		return (value.value() instanceof String text) ? new Value(this.names.apply(text)) : value;
	}

	@Override
	public Fields visitFields(Fields fields) {
		Map<String, Content> values = new LinkedHashMap<>();
		UniqueNames unique = new UniqueNames();
		fields.values().forEach((name, value) -> values.put(unique.unique(this.names.apply(name)), value.accept(this)));
		return new Fields(values, fields.checks());
	}

	@Override
	public Items visitItems(Items items) {
		return new Items(items.values().stream().map((item) -> item.accept(this)).toList());
	}

	@Override
	public Table visitTable(Table table) {
		return table;
	}

	@Override
	public Timeline visitTimeline(Timeline timeline) {
		return timeline;
	}

	@Override
	public Settings visitSettings(Settings settings) {
		return settings;
	}

	@Override
	public Threads visitThreads(Threads threads) {
		return threads;
	}

	@Override
	public Finding visitFinding(Finding finding) {
		return finding.map(this.names, (name, value) -> value.accept(this), UnaryOperator.identity());
	}

	@Override
	public Failure visitFailure(Failure failure) {
		return failure;
	}

}
