package io.github.gmr.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.content.text.UniqueNames;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * Adds named values to {@link Fields}. Values become content at once, on the caller's
 * thread.
 */
public final class FieldsBuilder {

	private final Map<String, Content> values = new LinkedHashMap<>();

	private final UniqueNames names = new UniqueNames();

	private long omitted;

	FieldsBuilder() {
	}

	/**
	 * Add a value.
	 * @param name the name of the value
	 * @param value the value, as for {@link Content#of(Object)}
	 * @return this builder
	 */
	public FieldsBuilder add(String name, @Nullable Object value) {
		if (this.values.size() < Limits.MAX_ENTRIES) {
			this.values.put(this.names.unique(WellFormed.name(name)), Content.of(value));
		}
		else {
			omit();
		}
		return this;
	}

	/**
	 * Add nested fields.
	 * @param name the name of the fields
	 * @param nested adds the nested values, {@code null} adds no more than the name
	 * @return this builder
	 */
	public FieldsBuilder add(String name, @Nullable Consumer<FieldsBuilder> nested) {
		return add(name, (nested != null) ? (Object) Content.fields(nested) : null);
	}

	/**
	 * Add a finding where it belongs. It is also gathered at the top of the report.
	 * @param finding the finding
	 * @return this builder
	 */
	public FieldsBuilder add(Finding finding) {
		return add("finding", finding);
	}

	/**
	 * Add a value whose supplier may fail. A failure costs this value only and stands in
	 * its place.
	 * @param name the name of the value
	 * @param value supplies the value
	 * @return this builder
	 */
	public FieldsBuilder attempt(String name, Callable<?> value) {
		return add(name, Attempt.<@Nullable Object>ask(value, Failure::of));
	}

	/**
	 * Count what is not added. Whoever never stops is stopped here once nobody waits for
	 * the fields any more.
	 */
	private void omit() {
		this.omitted++;
		if (Thread.currentThread().isInterrupted()) {
			throw new IllegalStateException("interrupted after " + this.omitted + " entries too many");
		}
	}

	Fields build() {
		if (this.omitted > 0) {
			this.values.put(Fields.MORE, new Text(Limits.more(this.omitted)));
		}
		return new Fields(this.values);
	}

}
