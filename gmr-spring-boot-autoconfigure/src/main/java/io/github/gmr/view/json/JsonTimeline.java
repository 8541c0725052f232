package io.github.gmr.view.json;

import java.util.List;

import io.github.gmr.content.Timeline;
import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.view.PlainNumber;
import io.github.gmr.view.Visible;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.WritableJson;

/**
 * Turns a timeline into JSON: an object for each figure, with its readings by the names
 * of the columns, and its samples, all of which are of the same times.
 */
final class JsonTimeline {

	private final Timeline timeline;

	JsonTimeline(Timeline timeline) {
		this.timeline = timeline;
	}

	WritableJson json() {
		return JsonContent.object((pairs) -> {
			pairs.accept("from", this.timeline.from().toString());
			pairs.accept("stepMs", this.timeline.step().toMillis());
			pairs.accept("columns", JsonContent.each(this.timeline.columns(), Visible::of));
			pairs.accept("figures", JsonContent.each(this.timeline.figures(), this::figure));
			pairs.accept("omitted", this.timeline.omitted());
		});
	}

	private WritableJson figure(FigureSeries figure) {
		return JsonContent.object((pairs) -> {
			pairs.accept("figure", Visible.of(figure.name()));
			pairs.accept("unit", Visible.of(figure.unit()));
			pairs.accept("kind", Word.of(figure.kind()));
			pairs.accept("readings", readings(figure.readings()));
			pairs.accept("samples", JsonContent.each(figure.samples(), JsonTimeline::number));
			pairs.accept("highest", Visible.of(figure.highest()));
		});
	}

	private WritableJson readings(List<FigureReading> readings) {
		return JsonContent.object((pairs) -> {
			for (int i = 0; i < readings.size(); i++) {
				pairs.accept(Visible.of(this.timeline.columns().get(i)), reading(readings.get(i)));
			}
		});
	}

	private static @Nullable Object reading(FigureReading reading) {
		return reading.equals(FigureReading.UNKNOWN) ? null : JsonContent.object((pairs) -> {
			pairs.accept("number", number(reading.number()));
			pairs.accept("words", Visible.of(reading.words()));
		});
	}

	private static @Nullable Number number(@Nullable Double number) {
		return (number != null) ? PlainNumber.of(number) : null;
	}

}
