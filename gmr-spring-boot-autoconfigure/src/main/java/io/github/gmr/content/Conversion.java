package io.github.gmr.content;

import java.lang.reflect.Array;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAccessor;
import java.util.AbstractList;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.UniqueNames;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * Turns one value, however deep, cyclic or broken, into content.
 */
final class Conversion {

	private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

	private int budget = Limits.MAX_ENTRIES;

	Content convert(@Nullable Object value) {
		return (value instanceof Content content) ? content : Attempt.ask(() -> convertAny(value), Failure::of);
	}

	/**
	 * Take one entry from the budget of this conversion.
	 * @return whether there was one left
	 */
	boolean spend() {
		return this.budget > 0 && this.budget-- > 0;
	}

	private Content convertAny(@Nullable Object value) {
		if (value instanceof Optional<?> optional) {
			return convert(optional.orElse(null));
		}
		Value single = single(value);
		if (single != null || value == null) {
			return (single != null) ? single : new Value(null);
		}
		if (value instanceof Throwable throwable) {
			return Failure.of(throwable);
		}
		return (value instanceof Map || value instanceof Iterable || isArray(value)) ? composite(value)
				: new Text(text(value));
	}

	private static @Nullable Value single(@Nullable Object value) {
		if (value instanceof Number || value instanceof Boolean || value instanceof Duration
				|| value instanceof ByteSize) {
			return new Value(value);
		}
		if (value instanceof Enum<?> constant) {
			return new Value(constant.name());
		}
		if (value instanceof Period || value instanceof TemporalAccessor) {
			return new Value(value.toString());
		}
		return (value instanceof Date date) ? new Value(Instant.ofEpochMilli(date.getTime()).toString()) : null;
	}

	private static boolean isArray(@Nullable Object value) {
		return value != null && value.getClass().isArray() && !(value instanceof char[]) && !(value instanceof byte[]);
	}

	private static String text(@Nullable Object value) {
		if (value instanceof char[] chars) {
			return new String(chars);
		}
		if (value instanceof byte[] bytes) {
			return bytes.length + " bytes";
		}
		String text = (value instanceof Class<?> type) ? type.getName() : String.valueOf(value);
		return Objects.requireNonNullElse(text, "null");
	}

	private Content composite(Object value) {
		if (value instanceof Path) {
			return new Text(value.toString());
		}
		if (!this.path.add(value)) {
			return new Text("(this " + value.getClass().getName() + " again)");
		}
		try {
			return (this.path.size() < Limits.MAX_DEPTH) ? compositeTwice(value, this.budget) : Limits.tooDeep();
		}
		finally {
			this.path.remove(value);
		}
	}

	private Content compositeTwice(Object value, int budget) {
		return Attempt.twice(() -> {
			this.budget = budget;
			return compositeOf(value);
		});
	}

	private Content compositeOf(Object value) {
		if (value instanceof Map<?, ?> map) {
			return fields(map);
		}
		return Items.of((value instanceof Iterable<?> iterable) ? iterable : elements(value), this);
	}

	private Content fields(Map<?, ?> map) {
		Map<String, Content> fields = new LinkedHashMap<>();
		UniqueNames names = new UniqueNames();
		long omitted = 0;
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (spend()) {
				fields.put(names.unique(WellFormed.name(entry.getKey())), convert(entry.getValue()));
			}
			else if (++omitted == Limits.MAX_COUNTED) {
				break;
			}
		}
		if (omitted > 0) {
			fields.put(Fields.MORE, new Text(Limits.more(omitted)));
		}
		return new Fields(fields);
	}

	private static Iterable<@Nullable Object> elements(Object array) {
		return new AbstractList<>() {

			@Override
			public @Nullable Object get(int index) {
				return Array.get(array, index);
			}

			@Override
			public int size() {
				return Array.getLength(array);
			}

		};
	}

}
