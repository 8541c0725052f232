package io.github.gmr.redact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.Value;
import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.figure.FigureSeries.Kind;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.VirtualThreadFacts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContentCut}.
 */
class ContentCutTests {

	private static final long LENGTH = 4096;

	@Test
	void ofWhenContentFitsReturnsIt() {
		Content content = Content.items(List.of("a", "b"));
		assertThat(ContentCut.of(content, LENGTH)).isSameAs(content);
	}

	@Test
	void ofWhenContentIsASingleValueOrFindingReturnsIt() {
		Content value = new Value("a value");
		Content finding = Content.warning("Something is wrong");
		assertThat(ContentCut.of(value, 0)).isSameAs(value);
		assertThat(ContentCut.of(finding, 0)).isSameAs(finding);
	}

	@Test
	void ofTextKeepsItsBeginning() {
		Text text = (Text) ContentCut.of(Content.text("word ".repeat(10_000)), LENGTH);
		assertThat(text.text()).startsWith("word word ").matches("(?s).*\\.\\.\\. \\d+ more characters");
		assertThat(text.text().length()).isBetween(3000, (int) LENGTH);
	}

	@Test
	void ofFieldsKeepsTheFirstAndCutsWhatIsLongAmongThem() {
		Fields fields = (Fields) ContentCut.of(Content.fields((builder) -> {
			builder.add("first", 1).add("list", numbers(5000)).add("last", 2);
		}), LENGTH);
		assertThat(fields.values()).containsOnlyKeys("first", "list", "last");
		Items list = (Items) fields.values().get("list");
		assertThat(list.values()).startsWith(new Value(0), new Value(1))
			.endsWith(more(5000 - list.values().size() + 1));
	}

	@Test
	void ofFieldsWhenThereAreTooManyCountsTheRest() {
		Fields fields = (Fields) ContentCut.of(
				Content.fields((builder) -> IntStream.range(0, 12_000).forEach((i) -> builder.add("key " + i, i))),
				LENGTH);
		int kept = fields.values().size() - 1;
		assertThat(kept).isGreaterThan(100);
		assertThat(fields.values()).containsEntry("key 0", new Value(0)).containsEntry("...", more(12_000 - kept));
	}

	@Test
	void ofTableKeepsTheFirstRows() {
		Table table = (Table) ContentCut.of(Content.table(IntStream.range(0, 500).boxed().toList(),
				(columns) -> columns.column("a", (row) -> row).column("b", (row) -> "cell")), LENGTH);
		int kept = table.rows().size() - 1;
		assertThat(kept).isGreaterThan(30);
		assertThat(table.rows()).startsWith(List.of(new Value(0), new Text("cell")))
			.endsWith(List.of(more(500 - kept), new Text("")));
	}

	@Test
	void ofTimelineKeepsTheFirstFiguresWithAllTheirSamples() {
		List<FigureSeries> all = IntStream.range(0, 200)
			.mapToObj((i) -> new FigureSeries("pool " + i, "count", Kind.GAUGE, List.of(new FigureReading(1.0, "1")),
					List.of(1.0, 2.0), "2"))
			.toList();
		Timeline timeline = (Timeline) ContentCut
			.of(new Timeline(List.of("now"), Instant.EPOCH, Duration.ofSeconds(5), all, 7), LENGTH);
		int kept = timeline.figures().size();
		assertThat(kept).isBetween(25, 60);
		assertThat(timeline).isEqualTo(
				new Timeline(List.of("now"), Instant.EPOCH, Duration.ofSeconds(5), all.subList(0, kept), 207 - kept));
	}

	@Test
	void ofSettingsKeepsTheFirst() {
		List<Setting> all = IntStream.range(0, 500).mapToObj((i) -> Setting.of("app.p" + i, "value", null)).toList();
		Settings settings = (Settings) ContentCut.of(new Settings(all, "shown", 7), LENGTH);
		int kept = settings.settings().size();
		assertThat(kept).isGreaterThan(50);
		assertThat(settings).isEqualTo(new Settings(all.subList(0, kept), "shown", 507 - kept));
	}

	@Test
	void ofThreadsKeepsTheFirstGroupsAndCutsThoseOfManyThreads() {
		Threads threads = (Threads) ContentCut.of(threads(group(500), group(1), group(2)), LENGTH);
		assertThat(threads.omitted()).isZero();
		assertThat(threads.groups()).extracting(StackGroup::size).containsExactly(500L, 1L, 2L);
		List<Integer> listed = threads.groups().stream().map((group) -> group.threads().size()).toList();
		assertThat(listed.get(0)).isBetween(10, 50);
		assertThat(listed.subList(1, 3)).containsExactly(1, 2);
	}

	@Test
	void ofThreadsWhenThereAreManyGroupsCountsTheThreadsOfTheLast() {
		StackGroup[] groups = IntStream.range(0, 500).mapToObj((i) -> group(2)).toArray(StackGroup[]::new);
		Threads threads = (Threads) ContentCut.of(threads(groups), LENGTH);
		assertThat(threads.groups()).isNotEmpty();
		assertThat(threads.omitted()).isEqualTo(1000 - 2L * threads.groups().size());
	}

	@Test
	void ofFailureKeepsTheFirstFrames() {
		List<String> stack = IntStream.range(0, 300).mapToObj((i) -> "a.B.m" + i + "(B.java:1)").toList();
		Failure cause = new Failure("a.Cause", "why", List.of("a.B.c(B.java:2)", "... 31 more"), null);
		Failure failure = (Failure) ContentCut.of(new Failure("a.Failed", "what", stack, cause), LENGTH);
		int kept = failure.stack().size() - 1;
		assertThat(failure.stack()).startsWith(stack.get(0)).endsWith("... " + (300 - kept) + " more");
		assertThat(failure.cause()).isEqualTo(new Failure("a.Cause", "why", List.of("... 32 more"), null));
	}

	private static List<Integer> numbers(int count) {
		return IntStream.range(0, count).boxed().toList();
	}

	private static Text more(int count) {
		return new Text("... " + count + " more");
	}

	private static Threads threads(StackGroup... groups) {
		return new Threads(Threads.Kind.VIRTUAL, "VM", new Fields(Map.of()), List.of(groups), 0);
	}

	private static StackGroup group(int size) {
		List<ThreadEntry> threads = IntStream.range(0, size)
			.mapToObj((i) -> new ThreadEntry(i, "thread-" + i, new VirtualThreadFacts(null, null), List.of()))
			.toList();
		return new StackGroup("RUNNABLE", size, threads, List.of("a.B.c(B.java:1)"), false);
	}

}
