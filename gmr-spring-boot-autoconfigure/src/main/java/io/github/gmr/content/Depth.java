package io.github.gmr.content;

import java.util.Collection;

/**
 * Measures how many levels deep content nests. Has no state, so many threads may use it.
 */
final class Depth implements ContentVisitor<Integer> {

	private static final Depth VISITOR = new Depth();

	private Depth() {
	}

	static int of(Content content) {
		return content.accept(VISITOR);
	}

	@Override
	public Integer visitText(Text text) {
		return 1;
	}

	@Override
	public Integer visitValue(Value value) {
		return 1;
	}

	@Override
	public Integer visitFields(Fields fields) {
		return 1 + deepest(fields.values().values());
	}

	@Override
	public Integer visitItems(Items items) {
		return 1 + deepest(items.values());
	}

	@Override
	public Integer visitTable(Table table) {
		return 1;
	}

	@Override
	public Integer visitTimeline(Timeline timeline) {
		return 1;
	}

	@Override
	public Integer visitSettings(Settings settings) {
		return 1;
	}

	@Override
	public Integer visitThreads(Threads threads) {
		return 1;
	}

	@Override
	public Integer visitFinding(Finding finding) {
		return 1;
	}

	@Override
	public Integer visitFailure(Failure failure) {
		return 1;
	}

	private static int deepest(Collection<Content> contents) {
		return contents.stream().mapToInt(Depth::of).max().orElse(0);
	}

}
