package io.github.gmr.view.json;

import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Value;
import io.github.gmr.view.Quantity;
import io.github.gmr.view.Visible;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.WritableJson;

/**
 * Turns content into what {@link JsonWriter} writes. Composites are turned only while
 * they are written, so that no second copy of a report comes into being.
 */
final class JsonContent {

	/**
	 * Uses only methods whose signatures all supported versions of Spring Boot share.
	 */
	private static final JsonWriter<Pairs> OBJECT = JsonWriter
		.of((members) -> members.add().usingPairs(Pairs::forEach));

	private JsonContent() {
	}

	/**
	 * Return a value that {@link JsonWriter} can write.
	 * @param content the content
	 * @return the value
	 */
	static @Nullable Object of(@Nullable Content content) {
		if (content instanceof Value value) {
			return single(value);
		}
		if (content instanceof Text text) {
			return Visible.of(text.text());
		}
		return (content != null) ? composite(content) : null;
	}

	/**
	 * Returns a quantity as an object that has the unit as its key, so that it stands
	 * anywhere, also in a table.
	 */
	private static @Nullable Object single(Value value) {
		Quantity quantity = Quantity.of(value);
		if (quantity != null) {
			return object((pairs) -> pairs.accept(quantity.unit(), quantity.number()));
		}
		return (value.value() instanceof String text) ? Visible.of(text) : value.value();
	}

	private static Object composite(Content content) {
		if (content instanceof Fields fields) {
			return object((pairs) -> fields.values().forEach((name, value) -> pairs.accept(name, of(value))));
		}
		if (content instanceof Items items) {
			return each(items.values(), JsonContent::of);
		}
		if (content instanceof Table table) {
			return table(table);
		}
		if (content instanceof Settings settings) {
			return each(settings.settings(), JsonContent::setting);
		}
		if (content instanceof Threads threads) {
			return new JsonThreads(threads).json();
		}
		return (content instanceof Finding finding) ? object((pairs) -> finding(finding, pairs)) : failure(content);
	}

	private static WritableJson table(Table table) {
		return object((pairs) -> {
			pairs.accept("columns", each(table.columns(), Visible::of));
			pairs.accept("rows", each(table.rows(), (row) -> each(row, JsonContent::of)));
		});
	}

	private static WritableJson setting(Setting setting) {
		return object((pairs) -> {
			pairs.accept("name", Visible.of(setting.name()));
			pairs.accept("value", visible(setting.value()));
			Provenance provenance = setting.provenance();
			if (provenance != null) {
				pairs.accept("source", Visible.of(provenance.source()));
				pairs.accept("origin", visible(provenance.origin()));
				pairs.accept("shadowed", provenance.shadowed());
			}
			pairs.accept("hidden", setting.hidden());
		});
	}

	/**
	 * Write the pairs of a finding.
	 * @param finding the finding
	 * @param pairs takes the pairs
	 */
	static void finding(Finding finding, BiConsumer<String, @Nullable Object> pairs) {
		pairs.accept("severity", Word.of(finding.severity()));
		pairs.accept("summary", Visible.of(finding.summary()));
		pairs.accept("next", visible(finding.next()));
	}

	private static WritableJson failure(Content content) {
		if (!(content instanceof Failure failure)) {
			throw new IllegalStateException("no JSON for " + content.getClass().getName());
		}
		return object((pairs) -> {
			pairs.accept("error", Visible.of(failure.error()));
			pairs.accept("message", visible(failure.message()));
			pairs.accept("stack", each(failure.stack(), Visible::of));
			if (failure.cause() != null) {
				pairs.accept("cause", failure(failure.cause()));
			}
		});
	}

	/**
	 * Return an object whose pairs are asked for while it is written.
	 * @param object passes the pairs of the object on
	 * @return the object to write
	 */
	static WritableJson object(Pairs object) {
		return OBJECT.write(object);
	}

	/**
	 * Return elements that are turned into JSON while they are written.
	 * @param <E> the type of the elements
	 * @param elements the elements
	 * @param json turns one into what {@link JsonWriter} writes
	 * @return the elements to write
	 */
	static <E> Iterable<@Nullable Object> each(Collection<E> elements, Function<E, @Nullable Object> json) {
		return () -> elements.stream().<@Nullable Object>map(json).iterator();
	}

	private static @Nullable String visible(@Nullable String text) {
		return (text != null) ? Visible.of(text) : null;
	}

	/**
	 * The names and values of an object.
	 */
	@FunctionalInterface
	interface Pairs {

		/**
		 * Pass all pairs on, in order.
		 * @param consumer takes a name and a value that {@link JsonWriter} can write
		 */
		void forEach(BiConsumer<String, @Nullable Object> consumer);

	}

}
