package io.github.gmr.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.gmr.redact.SampleReports;
import io.github.gmr.report.FindingCounts;
import io.github.gmr.sink.RenderedReport.Format;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link StderrSink}.
 */
@Timeout(60)
class StderrSinkTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(50);

	private final CountDownLatch release = new CountDownLatch(1);

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@AfterEach
	void free() {
		this.release.countDown();
	}

	@Test
	void acceptWritesReportOnItsThreadAndHasNoLocation() throws IOException {
		String[] writer = new String[1];
		StderrSink sink = sink(new OutputStream() {

			@Override
			public void write(int b) {
				writer[0] = Thread.currentThread().getName();
				StderrSinkTests.this.out.write(b);
			}

		}, LONG);
		assertThat(sink.accept(report("whole report"))).isNull();
		assertThat(written()).isEqualTo("whole report");
		assertThat(writer).containsExactly("gmr-stderr");
	}

	@Test
	void noteWritesOneLine() throws IOException {
		sink(this.out, LONG).note("is at /tmp/x");
		assertThat(written()).isEqualTo("is at /tmp/x\n");
	}

	@Test
	void noteWhenTextHasControlCharactersStaysOneLine() throws IOException {
		sink(this.out, LONG).note("failed: a\n====\r\u001b[2Jb");
		assertThat(written()).isEqualTo("failed: a ====  [2Jb\n");
	}

	@Test
	void acceptWhenOneFollowsTheOtherRefusesNone() throws IOException {
		StderrSink sink = sink(this.out, LONG);
		for (int i = 0; i < 20_000; i++) {
			sink.note("x");
		}
		assertThat(this.out.size()).isEqualTo(40_000);
	}

	@Test
	void acceptWhenNobodyReadsGivesUpInTime() {
		assertThatIOException().isThrownBy(() -> sink(blocked(), SHORT).accept(report("x")))
			.withMessage("nobody reads standard error");
	}

	@Test
	void acceptWhenEarlierReportIsStuckIsRefusedAndGoesOnAfterwards() throws IOException {
		StderrSink sink = sink(blocked(), SHORT);
		assertThatIOException().isThrownBy(() -> sink.accept(report("first;")));
		assertThatIOException().isThrownBy(() -> sink.accept(report("second;")))
			.withMessage("an earlier report is still being written to standard error");
		this.release.countDown();
		await().untilAsserted(() -> assertThat(written()).isEqualTo("first;"));
		await().untilAsserted(() -> assertThatCode(() -> sink.accept(report("third;"))).doesNotThrowAnyException());
		assertThat(written()).isEqualTo("first;third;");
	}

	@Test
	void acceptWhenStreamFailsTellsItsFailureAndGoesOnAfterwards() {
		IOException failure = new IOException("Broken pipe");
		StderrSink sink = sink(new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				throw failure;
			}

		}, LONG);
		assertThatIOException().isThrownBy(() -> sink.accept(report("x"))).isSameAs(failure);
		assertThatIOException().isThrownBy(() -> sink.accept(report("x"))).isSameAs(failure);
	}

	@Test
	void acceptWhenCallerIsInterruptedKeepsInterrupt() {
		Thread.currentThread().interrupt();
		assertThatIOException().isThrownBy(() -> sink(blocked(), LONG).accept(report("x")))
			.withMessage("interrupted while writing to standard error");
		assertThat(Thread.interrupted()).isTrue();
	}

	private StderrSink sink(OutputStream out, Duration limit) {
		return new StderrSink(out, limit);
	}

	private OutputStream blocked() {
		return new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				try {
					StderrSinkTests.this.release.await();
				}
				catch (InterruptedException ex) {
					throw new IOException(ex);
				}
				StderrSinkTests.this.out.write(b);
			}

		};
	}

	private String written() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private static RenderedReport report(String text) throws IOException {
		return RenderedReport.render(SampleReports.head("orders", 3, "test"), FindingCounts.of(List.of()),
				new Format("text", "text/plain", "txt"), (out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
	}

}
