package io.github.gmr.content;

import org.jspecify.annotations.Nullable;

/**
 * Makes content fit into one cell of a {@link Table}: what is more than a single value
 * becomes text. Has no state, so many threads may use it.
 */
final class Cell implements ContentVisitor<Content> {

	private static final Cell VISITOR = new Cell();

	private Cell() {
	}

	static Content of(Content content) {
		return content.accept(VISITOR);
	}

	/**
	 * Make a value fit where there is room for no more than a word.
	 * @param value the value, as for {@link Content#of(Object)}
	 * @return a value or text, how it failed included
	 */
	static Content single(@Nullable Object value) {
		Content cell = of(Content.of(value));
		return (cell instanceof Failure failure) ? new Text(failure.asText()) : cell;
	}

	static boolean fits(Content content) {
		return of(content) == content;
	}

	@Override
	public Content visitText(Text text) {
		return text;
	}

	@Override
	public Content visitValue(Value value) {
		return value;
	}

	@Override
	public Content visitFields(Fields fields) {
		return new Text(fields.asText());
	}

	@Override
	public Content visitItems(Items items) {
		return new Text(items.asText());
	}

	@Override
	public Content visitTable(Table table) {
		return new Text(table.asText());
	}

	@Override
	public Content visitTimeline(Timeline timeline) {
		return new Text(timeline.asText());
	}

	@Override
	public Content visitSettings(Settings settings) {
		return new Text(settings.asText());
	}

	@Override
	public Content visitThreads(Threads threads) {
		return new Text(threads.asText());
	}

	@Override
	public Content visitFinding(Finding finding) {
		return new Text(finding.asText());
	}

	@Override
	public Content visitFailure(Failure failure) {
		return failure;
	}

}
