package io.github.gmr.section.environment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.gmr.worker.Workers;
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

	private final CountDownLatch answer = new CountDownLatch(1);

	private final SourceReader reader = new SourceReader(new Workers((task) -> new Thread(task).start()),
			Duration.ofMillis(400));

	@AfterEach
	void answer() {
		this.answer.countDown();
	}

	@Test
	void readWhenSourceBlocksMarksItAndReadsTheOthers() {
		List<PropertySource<?>> sources = List.of(map("before"), new BlockingPropertySource(), map("after"));
		assertThat(this.reader.read(sources)).extracting(SourceReading::state)
			.containsExactly("1 property", "no answer within 200 ms", "1 property");
	}

	@Test
	void readWhenSourceStillBlocksDoesNotAskAgain() {
		List<PropertySource<?>> sources = List.of(new BlockingPropertySource(), map("after"));
		this.reader.read(sources);
		assertThat(this.reader.read(sources)).extracting(SourceReading::state)
			.containsExactly("no answer to an earlier call", "1 property");
	}

	@Test
	void readWhenAllSourcesBlockEnds() {
		List<PropertySource<?>> sources = List.of(new BlockingPropertySource(), new BlockingPropertySource(),
				new BlockingPropertySource(), map("after"));
		assertThat(this.reader.read(sources)).extracting(SourceReading::state)
			.containsExactly("no answer within 200 ms", "no answer within 100 ms", "no answer within 100 ms",
					"1 property");
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
		assertThat(this.reader.read(List.of(source, map("after")))).extracting(SourceReading::state)
			.containsExactly("failed: java.lang.NoClassDefFoundError", "1 property");
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
