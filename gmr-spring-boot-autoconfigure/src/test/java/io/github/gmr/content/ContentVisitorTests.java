package io.github.gmr.content;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Threads.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContentVisitor} and the {@link Content} that accepts it.
 */
class ContentVisitorTests {

	private static final Fields FIELDS = new Fields(Map.of("name", new Value(1)));

	private static final Threads THREADS = new Threads(Kind.PLATFORM, "VM", FIELDS, List.of(), 0);

	private static final Timeline TIMELINE = new Timeline(List.of(), Instant.EPOCH, Duration.ofSeconds(5), List.of(),
			0);

	@Test
	void acceptCallsTheMethodForItsKind() {
		List<Content> each = List.of(new Text("a"), new Value(1), FIELDS, new Items(List.of()),
				new Table(List.of("a"), List.of()), TIMELINE, new Settings(List.of()), THREADS, Content.info("a"),
				new Failure("a", null, List.of(), null));
		assertThat(each).extracting((content) -> content.accept(new Visited(content)))
			.containsExactly("text", "value", "fields", "items", "table", "timeline", "settings", "threads", "finding",
					"failure");
	}

	@Test
	void asTextSaysWhatASingleValueIs() {
		assertThat(new Text("a\nb").asText()).isEqualTo("a\nb");
		assertThat(new Value(null).asText()).isEqualTo("None");
		assertThat(Content.warning("w").next("Threads").asText()).isEqualTo("w");
		assertThat(new Failure("E", "m", List.of("frame"), null).asText()).isEqualTo("E: m");
		assertThat(new Failure("E", null, List.of(), null).asText()).isEqualTo("E");
	}

	@Test
	void asTextOfCompositesListsTheirValues() {
		assertThat(new Items(List.of(new Value(1), FIELDS, THREADS)).asText()).isEqualTo("1, name=1, (threads)");
		assertThat(new Items(List.of(new Settings(List.of()), new Table(List.of(), List.of()), TIMELINE)).asText())
			.isEqualTo("(settings), (table), (timeline)");
	}

	/**
	 * Says as what a content was visited.
	 *
	 * @param content the content
	 */
	private record Visited(Content content) implements ContentVisitor<String> {

		@Override
		public String visitText(Text text) {
			return as("text", text);
		}

		@Override
		public String visitValue(Value value) {
			return as("value", value);
		}

		@Override
		public String visitFields(Fields fields) {
			return as("fields", fields);
		}

		@Override
		public String visitItems(Items items) {
			return as("items", items);
		}

		@Override
		public String visitTable(Table table) {
			return as("table", table);
		}

		@Override
		public String visitTimeline(Timeline timeline) {
			return as("timeline", timeline);
		}

		@Override
		public String visitSettings(Settings settings) {
			return as("settings", settings);
		}

		@Override
		public String visitThreads(Threads threads) {
			return as("threads", threads);
		}

		@Override
		public String visitFinding(Finding finding) {
			return as("finding", finding);
		}

		@Override
		public String visitFailure(Failure failure) {
			return as("failure", failure);
		}

		private String as(String kind, Content visited) {
			assertThat(visited).isSameAs(this.content);
			return kind;
		}

	}

}
