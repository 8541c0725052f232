package io.github.gmr.section.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Check.Result;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.section.pulse.FigureSource.Figure;
import io.github.gmr.section.pulse.FigureSource.Unit;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.pulse.ThreadCounters;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
		Map<String, List<String>> rows = rows().stream().collect(Collectors.toMap((row) -> row.get(0), (row) -> row));
		assertThat(rows.get("mails")).containsExactly("mails", "0/s", "0/s", "16/s", "", "", "###############+____");
		assertThat(rows.get("queue")).containsExactly("queue", "60", "0", "0", "", "", "________________:=+#");
		assertThat(rows.get("heap").subList(1, 4)).containsExactly("300 MB", "240 MB", "0 B");
		assertThat(rows.get("CPU").subList(1, 4)).containsExactly("25 % of a CPU", "25 % of a CPU", "25 % of a CPU");
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
		assertThat(row("mails").get(5)).isEqualTo("+1");
		assertThat(row("queue").get(5)).isEqualTo("3");
	}

	@Test
	void contentWhenTimeIsShortLeavesOlderColumnsEmpty() {
		for (int second = 0; second <= 100; second += 5) {
			this.values.put(QUEUE, second + 1.0);
			look();
		}
		assertThat(row("queue").subList(0, 5)).containsExactly("queue", "101", "41", "", "");
	}

	@Test
	void contentWhenHoursHavePassedKnowsHowItWasThen() {
		for (int second = 0; second <= 7200; second += 5) {
			this.values.put(QUEUE, second + 1.0);
			look();
		}
		assertThat(row("queue").get(4)).isEqualTo("3,601");
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
		Table figures = (Table) ((Fields) new TimelineSection(pulses.history(), pulses.stalls(), pulses.clock())
			.content()).values().get("figures");
		assertThat(figures.rows()).extracting((row) -> ((Text) row.get(0)).text())
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
		return rows().stream().map((row) -> row.get(0)).toList();
	}

	private List<String> row(String name) {
		return rows().stream().filter((row) -> row.get(0).equals(name)).findFirst().orElseThrow();
	}

	private List<List<String>> rows() {
		return ((Table) fields().get("figures")).rows()
			.stream()
			.map((row) -> row.stream().map((cell) -> ((Text) cell).text()).toList())
			.toList();
	}

}
