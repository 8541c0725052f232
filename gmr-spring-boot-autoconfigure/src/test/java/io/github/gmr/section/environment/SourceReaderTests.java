package io.github.gmr.section.environment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.gmr.section.bean.Named;
import io.github.gmr.section.bean.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceReader}.
 */
class SourceReaderTests {

	private static final String STUCK = ", stuck at io.github.gmr.section.environment.SourceReaderTests$BlockingPropertySource.getProperty";

	private final CountDownLatch answer = new CountDownLatch(1);

	private final SourceReader reader = new SourceReader(Named.workers());

	@AfterEach
	void answer() {
		this.answer.countDown();
	}

	@Test
	void readWhenSourceBlocksMarksItAndReadsTheOthers() {
		List<PropertySource<?>> sources = List.of(map("before"), new BlockingPropertySource(), map("after"));
		assertThat(states(sources)).containsExactly("1 property", timedOut(1333), "1 property");
	}

	@Test
	void readWhenSourceStillBlocksDoesNotAskAgain() {
		List<PropertySource<?>> sources = List.of(new BlockingPropertySource(), map("after"));
		this.reader.read(sources);
		assertThat(states(sources)).containsExactly("still running: no answer to an earlier call" + STUCK,
				"1 property");
	}

	@Test
	void readWhenAllSourcesBlockEnds() {
		List<PropertySource<?>> sources = List.of(new BlockingPropertySource(), new BlockingPropertySource(),
				new BlockingPropertySource(), map("after"));
		List<String> states = states(sources);
		assertThat(states.subList(0, 3))
			.allSatisfy((state) -> assertThat(state).contains("timed out: no answer", STUCK));
		assertThat(states.get(3)).isEqualTo("1 property");
	}

	@Test
	void readWhenSourceThrowsAnErrorMarksIt() {
		PropertySource<?> source = new EnumerablePropertySource<>("throws", new Object()) {

			@Override
			public String[] getPropertyNames() {
				throw new NoClassDefFoundError("gone");
			}

			@Override
			public Object getProperty(String name) {
				return "x";
			}

		};
		assertThat(states(List.of(source, map("after")))).containsExactly("failed: java.lang.NoClassDefFoundError",
				"1 property");
	}

	private List<String> states(List<PropertySource<?>> sources) {
		List<Reading<SourceReading>> answers = this.reader.read(sources).all();
		return IntStream.range(0, sources.size())
			.mapToObj((i) -> SourceReading.of(sources.get(i), answers.get(i)).state().replaceFirst("\\(Source.*", ""))
			.toList();
	}

	private static String timedOut(int millis) {
		return "timed out: no answer within " + millis + " ms" + STUCK;
	}

	private static PropertySource<?> map(String name) {
		return new MapPropertySource(name, Map.of("a", "b"));
	}

	/**
	 * Does not answer, not even if it is interrupted.
	 */
	private final class BlockingPropertySource extends MapPropertySource {

		BlockingPropertySource() {
			super("blocking", Map.of("a", "b"));
		}

		@Override
		public Object getProperty(String name) {
			while (true) {
				try {
					SourceReaderTests.this.answer.await();
					return "late";
				}
				catch (InterruptedException ex) {
					// Stays
				}
			}
		}

	}

}
