package io.github.gmr.section.timeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SinceLastReportSection} and {@link JvmCounters}.
 */
class SinceLastReportSectionTests {

	private Instant now = Instant.parse("2026-11-23T03:00:00Z");

	private final Map<String, Number> figures = new HashMap<>(Map.of("mails", 40));

	private final SinceLastReportSection section = new SinceLastReportSection(
			List.of((counters) -> this.figures.forEach((name, value) -> counters.add(name, () -> {
				if (value.longValue() < 0) {
					throw new IllegalStateException("the counter is broken");
				}
				return value;
			}))), new Clock() {

				@Override
				public Instant instant() {
					return SinceLastReportSectionTests.this.now;
				}

				@Override
				public ZoneOffset getZone() {
					return ZoneOffset.UTC;
				}

				@Override
				public Clock withZone(java.time.ZoneId zone) {
					return this;
				}

			});

	@Test
	void contentWhenFirstSaysSo() {
		Map<String, Content> values = values();
		assertThat(values).containsEntry("since",
				new Text("nothing: this is the first report, the next one tells what has changed"));
		assertThat(((Table) values.get("changes")).rows()).containsExactly(row("mails", 40, "", ""));
	}

	@Test
	void contentWhenAskedAgainTellsChangesAndTheTimeBetween() {
		values();
		this.now = this.now.plus(Duration.ofSeconds(20));
		this.figures.put("mails", 45);
		Map<String, Content> values = values();
		assertThat(values).containsEntry("since", Content.of(Instant.parse("2026-11-23T03:00:00Z")))
			.containsEntry("time", Content.of(Duration.ofSeconds(20)));
		assertThat(((Table) values.get("changes")).rows()).containsExactly(row("mails", 45, "+5", "0.25"));
		this.now = this.now.plus(Duration.ofSeconds(10));
		this.figures.put("mails", 25);
		assertThat(rows()).containsExactly(row("mails", 25, "-20", "-2.00"));
	}

	@Test
	void contentWhenFigureIsNewHasNoChange() {
		values();
		this.now = this.now.plus(Duration.ofSeconds(1));
		this.figures.put("letters", 7);
		assertThat(rows()).contains(row("letters", 7, "", ""));
	}

	@Test
	void contentWhenFigureFailsMarksThatOneOnly() {
		this.figures.put("broken", -1);
		Map<String, Content> values = values();
		assertThat(values.get("broken")).isInstanceOf(Failure.class);
		assertThat(((Table) values.get("changes")).rows()).hasSize(1);
	}

	@Test
	void contentTellsWhatTheJvmCounts() {
		Table changes = (Table) ((Fields) new SinceLastReportSection(List.of(new JvmCounters())).content()).values()
			.get("changes");
		assertThat(changes.rows()).extracting((row) -> ((Text) row.get(0)).text())
			.contains("CPU time (ms)", "collections", "time in collections (ms)", "heap in use (KB)", "threads");
	}

	private Map<String, Content> values() {
		return ((Fields) this.section.content()).values();
	}

	private List<List<Content>> rows() {
		return ((Table) values().get("changes")).rows();
	}

	private static List<Content> row(String name, long now, String change, String rate) {
		return List.of(new Text(name), new Value(now), new Text(change), new Text(rate));
	}

}
