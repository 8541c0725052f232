package io.github.gmr.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values in order, without names.
 *
 * @param values the values, unmodifiable
 */
public record Items(List<Content> values) implements Content {

	public Items {
		values = bounded(values).map(Limits::nested).toList();
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitItems(this);
	}

	@Override
	public String asText() {
		return this.values.stream().map(Content::asText).collect(Collectors.joining(", "));
	}

	/**
	 * Return the first of these items.
	 * @param kept the items that are kept, whatever became of them
	 * @return new items that count those that are left out
	 */
	public Items cutTo(List<Content> kept) {
		List<Content> result = new ArrayList<>(kept);
		List<Content> omitted = this.values.subList(kept.size(), this.values.size());
		if (!omitted.isEmpty()) {
			result.add(Limits.more(omitted));
		}
		return new Items(result);
	}

	/**
	 * Cuts the values, unless it is only the count of what was cut that is too many.
	 */
	private static Stream<Content> bounded(List<Content> values) {
		int omitted = values.size() - Limits.MAX_ENTRIES;
		return (omitted <= 1) ? values.stream()
				: Stream.concat(values.stream().limit(Limits.MAX_ENTRIES), Stream.of(new Text(Limits.more(omitted))));
	}

	static Items of(Iterable<?> items, Conversion conversion) {
		List<Content> values = new ArrayList<>();
		long omitted = 0;
		for (Object item : items) {
			if (conversion.spend()) {
				values.add(conversion.convert(item));
			}
			else if (++omitted == Limits.MAX_COUNTED) {
				break;
			}
		}
		if (omitted > 0) {
			values.add(new Text(Limits.more(omitted)));
		}
		return new Items(values);
	}

}
