package io.github.gmr.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.gmr.Publication;
import io.github.gmr.Publication.Delivery;
import io.github.gmr.content.Content;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.redact.SampleReports;
import io.github.gmr.sink.RecordedStderr;
import io.github.gmr.view.ReportView;
import io.github.gmr.worker.WorkerThreads;
import io.github.gmr.worker.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ReportPublisher}.
 */
@Timeout(60)
class ReportPublisherTests {

	private static final RedactedReport REPORT = SampleReports.whole(SampleReports.head("orders", 3, "test"), List.of(),
			SampleReports.section("Package", Content.text("orders 1.0")));

	private static final String WHOLE = "report 3: package;";

	private final CountDownLatch release = new CountDownLatch(1);

	private final RecordedStderr stderr = new RecordedStderr();

	private final SampleApplication application = new SampleApplication("orders");

	private final ReportPublisher publisher = new ReportPublisher(new Workers(new WorkerThreads()), this.stderr.sink(),
			Duration.ofMillis(200));

	@AfterEach
	void free() {
		this.release.countDown();
	}

	@Test
	void publishWhenThereIsNoSinkWritesReportToStderr() {
		Publication publication = publish();
		assertThat(this.stderr.written()).isEqualTo(WHOLE);
		assertThat(publication).isEqualTo(new Publication(3, List.of(new Delivery("stderr", null, null))));
	}

	@Test
	void publishWhenFileTookReportWritesOneLineThatNamesIt() {
		this.application.sink("file", (report) -> "/reports/3.txt");
		Publication publication = publish();
		assertThat(this.stderr.written()).isEqualTo("Guru Meditation Report 3 is at /reports/3.txt\n");
		assertThat(publication.deliveries()).containsExactly(new Delivery("file", "/reports/3.txt", null));
	}

	@Test
	void publishWhenSinkDoesNotSayWhereNamesTheSink() {
		this.application.sink("mail", (report) -> null);
		publish();
		assertThat(this.stderr.written()).isEqualTo("Guru Meditation Report 3 is at mail\n");
	}

	@Test
	void publishWhenSinkFailsWritesReasonAndReport() {
		this.application.sink("file", (report) -> {
			throw new IOException("No space left on device");
		});
		Publication publication = publish();
		assertThat(this.stderr.written()).isEqualTo("Guru Meditation Report 3: sink 'file' failed: "
				+ "java.io.IOException: No space left on device\n" + WHOLE);
		assertThat(publication.deliveries()).extracting(Delivery::isSuccess).containsExactly(false, true);
	}

	@Test
	void publishWhenOneSinkFailsGivesReportToTheOthers() {
		this.application.sink("file", (report) -> {
			throw new NoClassDefFoundError("com/acme/Gone");
		}).sink("mail", (report) -> "m");
		publish();
		assertThat(this.stderr.written()).isEqualTo("Guru Meditation Report 3: sink 'file' failed: "
				+ "java.lang.NoClassDefFoundError: com/acme/Gone\nGuru Meditation Report 3 is at m\n");
	}

	@Test
	void publishWhenSinkFailsWithBrokenExceptionWritesReport() {
		this.application.sink("file", (report) -> {
			throw new IllegalStateException() {

				@Override
				public String getMessage() {
					throw new UnsupportedOperationException();
				}

			};
		});
		publish();
		assertThat(this.stderr.written()).endsWith("\n" + WHOLE);
	}

	@Test
	void publishWhenStderrIsAlwaysUsedWritesReportBesidesFile() {
		this.application.sink("file", (report) -> "/reports/3.txt").stderr(Use.ALWAYS);
		publish();
		assertThat(this.stderr.written()).isEqualTo(WHOLE);
	}

	@Test
	void publishWhenStderrIsNeverUsedWritesFailuresOnly() {
		this.application.stderr(Use.NEVER).sink("file", (report) -> "/reports/3.txt").sink("mail", (report) -> {
			throw new IOException("refused");
		});
		publish();
		assertThat(this.stderr.written())
			.isEqualTo("Guru Meditation Report 3: sink 'mail' failed: java.io.IOException: refused\n");
	}

	@Test
	void publishWhenSinkHangsGoesOnWithoutIt() {
		this.application.sink("hanging", (report) -> hang()).sink("file", (report) -> "/reports/3.txt");
		publish();
		assertThat(this.stderr.written()).isEqualTo("Guru Meditation Report 3: sink 'hanging' failed: "
				+ "no answer within 200 ms\nGuru Meditation Report 3 is at /reports/3.txt\n");
	}

	@Test
	void publishWhenSinkStillHangsLeavesItAloneUntilItComesBack() {
		OutputSettings outlets = this.application.sink("hanging", (report) -> hang()).output();
		publish(outlets);
		for (int i = 0; i < 10; i++) {
			assertThat(publish(outlets).deliveries().get(0).error()).isEqualTo("no answer to an earlier call");
		}
		this.release.countDown();
		await().until(() -> publish(outlets).deliveries().get(0).isSuccess());
	}

	@Test
	void publishWhenViewFailsTellsWhyAndPrintsReportAsText() {
		this.application.view(new FailingView()).sink("file", (report) -> "/reports/3.txt");
		Publication publication = publish();
		assertThat(this.stderr.written())
			.startsWith("Guru Meditation Report 3: sink 'file' failed: java.lang.AssertionError: view\n====")
			.contains("orders 1.0", "End of Guru Meditation");
		assertThat(publication.deliveries()).extracting(Delivery::isSuccess).containsExactly(false, true);
	}

	@Test
	void viewWhenThereIsNoneOfThatNameTellsTheFormats() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.application.output().view("yaml"))
			.withMessage("there is no format 'yaml', use one of [lines]");
	}

	@Test
	void publishWhenErrorOfSinkHoldsSecretMasksIt() {
		this.application.sink("mail", (report) -> {
			throw new IllegalStateException("no login with open-sesame");
		});
		assertThat(publish().deliveries().get(0).error())
			.isEqualTo("java.lang.IllegalStateException: no login with ******");
		assertThat(this.stderr.written()).contains("no login with ******").doesNotContain("sesame");
	}

	private Publication publish() {
		return publish(this.application.output());
	}

	private Publication publish(OutputSettings outlets) {
		return this.publisher.publish(REPORT, outlets, (text) -> text.replace("open-sesame", "******"),
				this.publisher.opening());
	}

	private String hang() {
		while (this.release.getCount() > 0) {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				// Hangs all the same
			}
		}
		return "late";
	}

	/**
	 * Fails half-way.
	 */
	private static final class FailingView implements ReportView {

		@Override
		public String name() {
			return "failing";
		}

		@Override
		public String mediaType() {
			return "text/plain";
		}

		@Override
		public String extension() {
			return "txt";
		}

		@Override
		public void write(RedactedReport report, OutputStream out) throws IOException {
			out.write('x');
			throw new AssertionError("view");
		}

	}

}
