package io.github.gmr.section.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Check.Result;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Text;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.figure.FigureSeries.Kind;
import io.github.gmr.section.pulse.FigureSource.Figure;
import io.github.gmr.section.pulse.FigureSource.Unit;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.pulse.ThreadCounters;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link TimelineSection} and {@link JvmFigures}.
 */
class TimelineSectionTests {

	private static final Figure CPU = new Figure("CPU", Unit.CPU_NANOS, true);

	private static final Figure MAILS = new Figure("mails", Unit.NUMBER, true);

	private static final Figure QUEUE = new Figure("queue", Unit.NUMBER, false);

	private static final Figure HEAP = new Figure("heap", Unit.BYTES, false);

	private final Map<Figure, Double> values = new LinkedHashMap<>();

	private final Pulses pulses = new Pulses(
			(figures) -> this.values.forEach((figure, value) -> figures.add(figure, () -> {
				if (value < 0) {
					throw new IllegalStateException("the figure is broken");
				}
				return value;
			})));

	private final TimelineSection section = new TimelineSection(this.pulses.history(), this.pulses.stalls(),
			this.pulses.clock());

	@Test
	void contentWhenFirstKnowsWhatLedToIt() {
		for (int second = 0; second <= 300; second += 5) {
			this.values.put(MAILS, 20.0 * Math.min(second, 240));
			this.values.put(QUEUE, Math.max(0.0, second - 240));
			this.values.put(HEAP, 1024.0 * 1024 * second);
			this.values.put(CPU, 1e9 * second / 4);
			look();
		}
		assertThat(words("mails")).containsExactly("0/s", "0/s", "16/s", "", "");
		assertThat(figure("mails").samples()).hasSize(59).startsWith((Double) null).contains(20.0).endsWith(0.0, 0.0);
		assertThat(figure("mails").highest()).isEqualTo("20/s");
		assertThat(words("queue")).containsExactly("60", "0", "0", "", "");
		assertThat(figure("queue").samples()).hasSize(59).startsWith(0.0).endsWith(55.0, 60.0);
		assertThat(words("heap").subList(0, 3)).containsExactly("300 MB", "240 MB", "0 B");
		assertThat(words("CPU").subList(0, 3)).containsExactly("25 % of a CPU", "25 % of a CPU", "25 % of a CPU");
	}

	@Test
	void contentSaysWhatFiguresAreAndWhenTheyWereRead() {
		this.values.put(CPU, 0.0);
		this.values.put(HEAP, 7.0);
		look();
		look();
		this.values.put(CPU, 1e9);
		look();
		Timeline timeline = timeline();
		assertThat(timeline.columns()).containsExactly("now", "1 min", "5 min", "1 h", "last report");
		assertThat(timeline.from()).isEqualTo(this.pulses.clock().instant().minusSeconds(10));
		assertThat(timeline.step()).isEqualTo(Duration.ofSeconds(5));
		assertThat(timeline.figures()).containsExactly(
				new FigureSeries("CPU", "ns", Kind.COUNTER, readings(new FigureReading(2e8, "20 % of a CPU")),
						Arrays.asList(null, 0.0, 2e8), "20 % of a CPU"),
				new FigureSeries("heap", "bytes", Kind.GAUGE, readings(new FigureReading(7.0, "7 B")),
						List.of(7.0, 7.0, 7.0), "7 B"));
	}

	@Test
	void contentWhenLooksAreOlderThanAskedForTellsTrueRates() {
		for (int second = 0; second <= 4000; second += 5) {
			this.values.put(MAILS, 20.0 * second);
			look();
		}
		this.pulses.pass(Duration.ofSeconds(2));
		this.values.put(MAILS, 20.0 * 4002);
		assertThat(words("mails").subList(0, 4)).containsExactly("20/s", "20/s", "20/s", "20/s");
	}

	@Test
	void contentWhenReportsFallBetweenLooksKeepsSamplesInStep() {
		for (int second = 0; second <= 100; second += 5) {
			this.values.put(MAILS, 20.0 * second);
			this.values.put(QUEUE, second + 1.0);
			look();
		}
		for (int part = 1; part <= 3; part++) {
			this.pulses.pass(Duration.ofMillis(1600));
			this.values.put(MAILS, 20.0 * (100 + 1.6 * part));
			this.section.content();
		}
		assertThat(timeline().step()).isEqualTo(Duration.ofSeconds(5));
		assertThat(figure("mails").samples()).hasSize(22).startsWith((Double) null);
		assertThat(figure("mails").samples().subList(1, 22))
			.allSatisfy((rate) -> assertThat(rate).isCloseTo(20, within(1e-6)));
		assertThat(figure("queue").samples()).startsWith(1.0, 6.0).endsWith(96.0, 101.0, 101.0);
	}

	@Test
	void contentWhenNothingWasReadForSomeTimeHasGap() {
		for (int second = 0; second < 20; second += 5) {
			this.values.put(QUEUE, second + 1.0);
			this.values.put(MAILS, 10.0 * second);
			look();
		}
		this.pulses.stall(Duration.ofSeconds(10));
		look();
		assertThat(figure("queue").samples()).containsExactly(1.0, 6.0, 11.0, 16.0, null, null, 16.0, 16.0);
		assertThat(figure("mails").samples()).containsExactly(null, 10.0, 10.0, 10.0, null, null, null, 0.0);
	}

	@Test
	void contentWhenFigureIsReadNoLongerDoesNotPassItOffAsNew() {
		this.values.put(HEAP, 7.0);
		for (int second = 0; second < 60; second += 5) {
			this.values.put(MAILS, 10.0 * second);
			this.values.put(QUEUE, second + 1.0);
			look();
		}
		this.values.put(MAILS, -1.0);
		this.values.put(QUEUE, -1.0);
		look();
		assertThat(words("mails")).startsWith("10/s");
		for (int second = 0; second < 45; second += 5) {
			look();
		}
		assertThat(words("mails").subList(0, 4)).containsExactly("", "", "", "");
		assertThat(words("queue").subList(0, 4)).containsExactly("", "46", "", "");
		assertThat(figure("queue").samples()).hasSize(22)
			.endsWith(56.0, null, null, null, null, null, null, null, null, null, null);
	}

	@Test
	void contentWhenAskedAgainTellsChangeSinceLastReport() {
		this.values.put(MAILS, 40.0);
		this.values.put(QUEUE, 7.0);
		look();
		assertThat(fields()).containsEntry("last report", new Text("none before this one"));
		Instant first = this.pulses.clock().instant();
		fields();
		this.pulses.pass(Duration.ofSeconds(20));
		this.values.put(MAILS, 2045.0);
		this.values.put(QUEUE, 3.0);
		look();
		assertThat(fields()).containsEntry("last report", Content.of(first));
		fields();
		this.values.put(MAILS, 2046.0);
		assertThat(timeline(this.section).figures()).extracting((figure) -> figure.readings().get(4))
			.containsExactly(new FigureReading(1.0, "+1"), new FigureReading(3.0, "3"));
	}

	@Test
	void contentWhenReportsFollowEachOtherTellsWhatHasBeenCounted() {
		this.values.put(MAILS, 40.0);
		timeline(this.section);
		this.pulses.pass(Duration.ofMillis(300));
		this.values.put(MAILS, 52.0);
		assertThat(timeline(this.section).figures()).extracting(FigureSeries::readings)
			.containsExactly(List.of(FigureReading.UNKNOWN, FigureReading.UNKNOWN, FigureReading.UNKNOWN,
					FigureReading.UNKNOWN, new FigureReading(12.0, "+12")));
	}

	@Test
	void contentWhenTimeIsShortLeavesOlderColumnsEmpty() {
		for (int second = 0; second <= 100; second += 5) {
			this.values.put(QUEUE, second + 1.0);
			look();
		}
		assertThat(figure("queue").readings())
			.containsExactlyElementsOf(readings(new FigureReading(101.0, "101"), new FigureReading(41.0, "41")));
	}

	@Test
	void contentWhenHoursHavePassedKnowsHowItWasThen() {
		for (int second = 0; second <= 7200; second += 5) {
			this.values.put(QUEUE, second + 1.0);
			look();
		}
		assertThat(words("queue").get(3)).isEqualTo("3,601");
	}

	@Test
	void contentWhenNothingHappensLeavesRowsOut() {
		this.values.put(MAILS, 40.0);
		this.values.put(QUEUE, 0.0);
		this.values.put(HEAP, 7.0);
		look();
		look();
		assertThat(names()).containsExactly("heap");
	}

	@Test
	void contentWhenFigureFailsHasTheOthers() {
		this.values.put(MAILS, -1.0);
		this.values.put(HEAP, 7.0);
		assertThat(names()).containsExactly("heap");
	}

	@Test
	void contentTellsWhatTheJvmCounts() {
		Pulses pulses = new Pulses(new JvmFigures());
		pulses.look();
		long before = ThreadCounters.ofJvm().processCpu();
		while (ThreadCounters.ofJvm().processCpu() == before) {
			Thread.onSpinWait();
		}
		pulses.look();
		TimelineSection section = new TimelineSection(pulses.history(), pulses.stalls(), pulses.clock());
		assertThat(timeline(section).figures()).extracting(FigureSeries::name)
			.contains("CPU", "heap in use", "loaded classes", "threads");
	}

	@Test
	void contentWhenNothingRanSaysSo() {
		look();
		assertThat(fields()).doesNotContainKey("interruptions");
		this.pulses.stall(Duration.ofSeconds(12));
		assertThat(fields().get("interruptions"))
			.isEqualTo(Content.items(List.of("Nothing ran for 12 s before 2026-11-23T03:00:17Z")));
		assertThat(finding().details().since()).isEqualTo("2026-11-23T03:00:05Z");
		this.pulses.pass(Duration.ofMinutes(6));
		assertThat(result().outcome()).isEqualTo(Outcome.FINE);
	}

	@Test
	void contentWhenSomethingElseKeptTheLooksWaitingIsFine() {
		look();
		this.pulses.occupy(Duration.ofSeconds(20));
		assertThat(fields()).doesNotContainKey("interruptions");
		assertThat(result().outcome()).isEqualTo(Outcome.FINE);
	}

	@Test
	void contentWhenWallClockIsSetSaysSo() {
		look();
		this.pulses.setWallClock(Duration.ofHours(-1));
		look();
		this.pulses.setWallClock(Duration.ofHours(1));
		look();
		assertThat(fields().get("interruptions"))
			.isEqualTo(Content.items(List.of("The wall clock was set back by 1 h, to 2026-11-23T02:00:05Z",
					"The wall clock was set forward by 1 h, to 2026-11-23T03:00:10Z, or the machine slept")));
		assertThat(result().outcome()).isEqualTo(Outcome.FINE);
	}

	private Finding finding() {
		return (Finding) fields().get("finding");
	}

	private Result result() {
		return ((Fields) this.section.content()).checks().get(0);
	}

	private void look() {
		this.pulses.look();
	}

	private Map<String, Content> fields() {
		return ((Fields) this.section.content()).values();
	}

	private List<String> names() {
		return timeline().figures().stream().map(FigureSeries::name).toList();
	}

	private List<String> words(String name) {
		return figure(name).readings().stream().map(FigureReading::words).toList();
	}

	private FigureSeries figure(String name) {
		return timeline().figures().stream().filter((figure) -> figure.name().equals(name)).findFirst().orElseThrow();
	}

	private Timeline timeline() {
		return timeline(new TimelineSection(this.pulses.history(), this.pulses.stalls(), this.pulses.clock()));
	}

	private static Timeline timeline(TimelineSection section) {
		return (Timeline) ((Fields) section.content()).values().get("figures");
	}

	private static List<FigureReading> readings(FigureReading... first) {
		List<FigureReading> readings = new ArrayList<>(Collections.nCopies(5, FigureReading.UNKNOWN));
		for (int i = 0; i < first.length; i++) {
			readings.set(i, first[i]);
		}
		return readings;
	}

}
