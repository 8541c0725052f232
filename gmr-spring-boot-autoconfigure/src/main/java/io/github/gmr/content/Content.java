package io.github.gmr.content;

import java.util.Map;
import java.util.function.Consumer;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * What a section says, as data. Content is masked by one step and rendered by views, so a
 * section never writes bytes and never masks.
 * <p>
 * Content is normalised when it is made: numbers are finite, names are unique and not
 * {@code null}, text is well-formed, composites hold at most {@value Limits#MAX_ENTRIES}
 * entries and nest at most {@value Limits#MAX_DEPTH} levels deep. What goes beyond is
 * counted, and the count stands in its place.
 */
public sealed interface Content
		permits Text, Value, Fields, Items, Table, Timeline, Settings, Threads, Finding, Failure {

	/**
	 * Call the method of a visitor that is for this kind of content.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the visitor returns
	 */
	<R> R accept(ContentVisitor<R> visitor);

	/**
	 * Return the content as text, for a place where a single value stands.
	 * @return the text, {@code "None"} for a value that is {@code null}
	 */
	String asText();

	/**
	 * Create free text of one or more lines.
	 * @param text the text, cut after {@value WellFormed#MAX_TEXT} characters
	 * @return the text
	 */
	static Text text(String text) {
		return new Text(text);
	}

	/**
	 * Create named values in the order they are added.
	 * @param fields adds the values
	 * @return the fields
	 */
	static Fields fields(Consumer<FieldsBuilder> fields) {
		return new FieldsBuilder().make(fields);
	}

	/**
	 * Create named values from a map, in the order of the map.
	 * @param fields the values by name
	 * @return the fields
	 */
	static Fields fields(Map<String, ?> fields) {
		return Attempt.twice(() -> fields((builder) -> fields.forEach(builder::add)));
	}

	/**
	 * Create a list of values.
	 * @param items the values
	 * @return the items
	 */
	static Items items(Iterable<?> items) {
		return Attempt.twice(() -> Items.of(items, new Conversion()));
	}

	/**
	 * Create a table of one row for each element.
	 * @param <T> the type of the elements
	 * @param rows the elements
	 * @param columns adds the columns
	 * @return the table
	 */
	static <T> Table table(Iterable<T> rows, Consumer<TableBuilder<T>> columns) {
		TableBuilder<T> builder = new TableBuilder<>();
		columns.accept(builder);
		return Attempt.twice(() -> builder.build(rows));
	}

	/**
	 * Create a finding that is worth knowing but harms nobody.
	 * @param summary one sentence, a format string as of
	 * {@link String#format(String, Object...)}
	 * @param args the arguments of the sentence, durations among them become words such
	 * as {@code "3 h 12 min"}
	 * @return the finding
	 */
	static Finding info(String summary, @Nullable Object... args) {
		return Finding.of(Finding.Severity.INFO, summary, args);
	}

	/**
	 * Create a finding that somebody should look at.
	 * @param summary one sentence with the numbers, a format string as of
	 * {@link String#format(String, Object...)}
	 * @param args the arguments of the sentence, durations among them become words such
	 * as {@code "3 h 12 min"}
	 * @return the finding
	 */
	static Finding warning(String summary, @Nullable Object... args) {
		return Finding.of(Finding.Severity.WARNING, summary, args);
	}

	/**
	 * Create a finding that explains why the application does not work.
	 * @param summary one sentence with the numbers, a format string as of
	 * {@link String#format(String, Object...)}
	 * @param args the arguments of the sentence, durations among them become words such
	 * as {@code "3 h 12 min"}
	 * @return the finding
	 */
	static Finding critical(String summary, @Nullable Object... args) {
		return Finding.of(Finding.Severity.CRITICAL, summary, args);
	}

	/**
	 * Create a number of bytes, which people read as {@code "118 MB"}.
	 * @param bytes the number of bytes, negative if nobody knows
	 * @return the value
	 */
	static Value bytes(long bytes) {
		return new Value((bytes >= 0) ? new ByteSize(bytes) : null);
	}

	/**
	 * Turn any value into content: content as it is; numbers, booleans, durations, points
	 * in time and enums as {@link Value}; maps as {@link Fields}; iterables and arrays as
	 * {@link Items}; throwables as {@link Failure}; everything else as {@link Text} of
	 * its {@code toString()}. A value that cannot be read becomes a {@link Failure}.
	 * @param value the value
	 * @return the content
	 */
	static Content of(@Nullable Object value) {
		return new Conversion().convert(value);
	}

}
