package io.github.gmr.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Values in order, without names.
 *
 * @param values the values, unmodifiable
 */
public record Items(List<Content> values) implements Content {

	public Items {
		values = values.stream().map(Limits::nested).toList();
	}

	static Items of(Iterable<?> items, Conversion conversion) {
		List<Content> values = new ArrayList<>();
		long omitted = 0;
		for (Object item : items) {
			if (conversion.spend()) {
				values.add(conversion.convert(item));
			}
			else {
				omitted++;
			}
		}
		if (omitted > 0) {
			values.add(new Text(Limits.more(omitted)));
		}
		return new Items(values);
	}

}
