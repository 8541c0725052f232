package io.github.gmr.view.json;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.content.ContentVisitor;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.FindingDetails;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.Value;
import io.github.gmr.view.Quantity;
import io.github.gmr.view.Visible;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.WritableJson;

/**
 * Turns content into what {@link JsonWriter} writes. Composites are turned only while
 * they are written, so that no second copy of a report comes into being. Has no state, so
 * many threads may use it.
 */
final class JsonContent implements ContentVisitor<Object> {

	private static final JsonContent VISITOR = new JsonContent();

	/**
	 * Uses only methods whose signatures all supported versions of Spring Boot share.
	 */
	private static final JsonWriter<Pairs> OBJECT = JsonWriter
		.of((members) -> members.add().usingPairs(Pairs::forEach));

	private static final WritableJson NULL = (out) -> out.append("null");

	private JsonContent() {
	}

	/**
	 * Return a value that {@link JsonWriter} can write.
	 * @param content the content
	 * @return the value
	 */
	static Object of(@Nullable Content content) {
		return (content != null) ? content.accept(VISITOR) : NULL;
	}

	@Override
	public Object visitText(Text text) {
		return Visible.of(text.text());
	}

	/**
	 * Returns a quantity as an object that has the unit as its key, so that it stands
	 * anywhere, also in a table.
	 */
	@Override
	public Object visitValue(Value value) {
		Quantity quantity = Quantity.of(value);
		if (quantity != null) {
			return object((pairs) -> pairs.accept(quantity.unit(), quantity.number()));
		}
		return (value.value() instanceof String text) ? Visible.of(text)
				: Objects.requireNonNullElse(value.value(), NULL);
	}

	@Override
	public Object visitFields(Fields fields) {
		return object((pairs) -> fields.values().forEach((name, value) -> pairs.accept(name, of(value))));
	}

	@Override
	public Object visitItems(Items items) {
		return each(items.values(), JsonContent::of);
	}

	@Override
	public Object visitTable(Table table) {
		return object((pairs) -> {
			pairs.accept("columns", each(table.columns(), Visible::of));
			pairs.accept("rows", each(table.rows(), (row) -> each(row, JsonContent::of)));
		});
	}

	@Override
	public Object visitTimeline(Timeline timeline) {
		return new JsonTimeline(timeline).json();
	}

	@Override
	public Object visitSettings(Settings settings) {
		return (Iterable<WritableJson>) () -> settings(settings).iterator();
	}

	@Override
	public Object visitThreads(Threads threads) {
		return new JsonThreads(threads).json();
	}

	@Override
	public Object visitFinding(Finding finding) {
		return object((pairs) -> finding(finding, pairs));
	}

	@Override
	public Object visitFailure(Failure failure) {
		return object((pairs) -> {
			pairs.accept("error", Visible.of(failure.error()));
			pairs.accept("message", visible(failure.message()));
			pairs.accept("stack", each(failure.stack(), Visible::of));
			if (failure.cause() != null) {
				pairs.accept("cause", of(failure.cause()));
			}
		});
	}

	/**
	 * Return settings, and as the last element the number of those that are not told.
	 */
	private static Stream<WritableJson> settings(Settings settings) {
		Stream<WritableJson> told = settings.settings().stream().map(JsonContent::setting);
		return (settings.omitted() == 0) ? told
				: Stream.concat(told, Stream.of(object((pairs) -> pairs.accept("omitted", settings.omitted()))));
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
			if (setting.remark() != null) {
				pairs.accept("remark", Visible.of(setting.remark().text()));
			}
		});
	}

	/**
	 * Write the pairs of a finding.
	 * @param finding the finding
	 * @param pairs takes the pairs
	 */
	static void finding(Finding finding, BiConsumer<String, @Nullable Object> pairs) {
		pairs.accept("severity", Word.of(finding.severity()));
		if (finding.id() != null) {
			pairs.accept("id", finding.id());
		}
		pairs.accept("summary", Visible.of(finding.summary()));
		FindingDetails details = finding.details();
		ifPresent(details.subject(), (subject) -> pairs.accept("subject", Visible.of(subject)));
		ifAny(details.place(), (place) -> pairs.accept("place", each(place, Visible::of)));
		if (!details.evidence().isEmpty()) {
			pairs.accept("evidence", of(new Fields(details.evidence())));
		}
		ifAny(details.threads(), (threads) -> pairs.accept("threads", threads));
		ifAny(details.holders(), (threads) -> pairs.accept("holders", threads));
		ifAny(details.chain(), (chain) -> pairs.accept("chain", each(chain, Visible::of)));
		ifPresent(details.since(), (since) -> pairs.accept("since", since.toString()));
		ifAny(details.settings(), (settings) -> pairs.accept("settings", each(settings, JsonContent::setting)));
		pairs.accept("next", visible(finding.next()));
		ifPresent(details.row(), (row) -> pairs.accept("row", Visible.of(row)));
	}

	private static <V> void ifPresent(@Nullable V value, Consumer<V> consumer) {
		if (value != null) {
			consumer.accept(value);
		}
	}

	private static <E> void ifAny(List<E> values, Consumer<List<E>> consumer) {
		if (!values.isEmpty()) {
			consumer.accept(values);
		}
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
