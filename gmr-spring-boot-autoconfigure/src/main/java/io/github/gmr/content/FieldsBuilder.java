package io.github.gmr.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

	private final List<Check.Result> checks = new ArrayList<>();

	private final UniqueNames names = new UniqueNames();

	private long omitted;

	private @Nullable String openName;

	private @Nullable FieldsBuilder open;

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
			put(name, Content.of(value));
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
		if (nested == null) {
			return add(name, (Object) null);
		}
		FieldsBuilder builder = new FieldsBuilder();
		// Stays open if it fails: what it has added is part of what was said so far
		open(name, builder);
		nested.accept(builder);
		open(null, null);
		return add(name, builder.build());
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
	 * Add what a check has found, and that it was made. For built-in sections.
	 * @param result what it has found
	 * @return this builder
	 */
	public FieldsBuilder add(Check.Result result) {
		checked(result.withoutFindings());
		result.findings().forEach(this::add);
		return this;
	}

	/**
	 * Make a check that may fail, which then was not possible. For built-in sections.
	 * @param check the check
	 * @param question makes it
	 * @return this builder
	 */
	public FieldsBuilder check(Check check, Callable<Check.Result> question) {
		return add(Attempt.ask(question, (ex) -> check.notPossible(Failure.of(ex).asText())));
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
	 * Make fields by this builder, visibly for the draft of the current thread.
	 */
	Fields make(Consumer<FieldsBuilder> fields) {
		boolean outermost = Draft.begin(this);
		try {
			fields.accept(this);
			return build();
		}
		finally {
			if (outermost) {
				Draft.end();
			}
		}
	}

	/**
	 * Return what has been added so far, also by what adds to nested fields right now.
	 * Can be called by another thread than the one that adds.
	 */
	synchronized Fields soFar() {
		Map<String, Content> values = new LinkedHashMap<>(this.values);
		Fields nested = (this.open != null) ? this.open.soFar() : new Fields(Map.of());
		if (this.openName != null && !nested.values().isEmpty()) {
			values.putIfAbsent(this.openName, nested);
		}
		return new Fields(values, this.checks);
	}

	private synchronized void put(String name, Content value) {
		this.values.put(this.names.unique(WellFormed.name(name)), value);
	}

	private synchronized void checked(Check.Result result) {
		this.checks.add(result);
	}

	private synchronized void open(@Nullable String name, @Nullable FieldsBuilder nested) {
		this.openName = (name != null) ? WellFormed.name(name) : null;
		this.open = nested;
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
		return new Fields(this.values, this.checks);
	}

}
