package io.github.gmr.section.threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.pulse.FigureNames;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.pulse.Trends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GrowingThreads}.
 */
class GrowingThreadsTests {

	private static final String OWN = "com.acme.Mails.send(Mails.java:41)";

	private static final Duration BRIEFLY = Duration.ofSeconds(48);

	private final List<StackGroup> stacks = new ArrayList<>();

	private long next = 30;

	@Test
	void checkWhenThreadsBecomeMoreSaysWhich() {
		add(60, "http-nio-8080-exec-%d", "java.lang.Thread.sleep(Native Method)");
		add(100, "pool-%d-thread-1", "java.lang.Thread.sleep(Native Method)", OWN);
		add(5, "other-%d", "java.lang.Thread.sleep(Native Method)");
		assertThat(findings(40, 160)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
			assertThat(finding.summary()).startsWith("Threads become more, from 60 to 150 in 10 min, 10 a minute; "
					+ "85 of the youngest are pool-*-thread-*: 85 sleep");
			assertThat(finding.details().place()).containsExactly(OWN);
			assertThat(finding.details().threads()).hasSize(85);
			assertThat(finding.details().since()).isNotNull();
		});
	}

	@Test
	void checkWhenNoGroupStandsOutNamesNone() {
		for (String name : List.of("a-%d", "b-%d", "c-%d", "d-%d", "e-%d")) {
			add(30, name, "java.lang.Thread.sleep(Native Method)");
		}
		assertThat(findings(40, 160)).extracting(Finding::summary)
			.containsExactly("Threads become more, from 60 to 150 in 10 min, 10 a minute");
	}

	@ParameterizedTest
	@CsvSource({ "40, 90", "1000, 1200", "160, 40" })
	void checkWhenFewMoreIsFine(double from, double to) {
		add(200, "pool-%d-thread-1", "java.lang.Thread.sleep(Native Method)");
		assertThat(findings(from, to)).isEmpty();
	}

	@Test
	void checkWhenThreadsOfNoPoolHaveJustBegunToBecomeMoreSaysSo() {
		add(200, "pool-%d-thread-1", "java.lang.Thread.sleep(Native Method)", OWN);
		assertThat(findings(40, 160, BRIEFLY)).singleElement()
			.extracting(Finding::summary)
			.asString()
			.startsWith("Threads become more, from 53 to 140 in 40 s, 150 a minute; "
					+ "87 of the youngest are pool-*-thread-*: 87 sleep");
	}

	@Test
	void checkWhenThreadsOfServerHaveJustBegunToBecomeMoreIsFine() {
		add(200, "http-nio-8080-exec-%d", "java.lang.Thread.sleep(Native Method)", OWN,
				"org.apache.tomcat.util.threads.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:1)");
		assertThat(findings(40, 160, BRIEFLY)).isEmpty();
		assertThat(findings(40, 160)).isNotEmpty();
	}

	@Test
	void checkWhenThreadsOfManyKindsHaveJustBegunToBecomeMoreIsFine() {
		add(200, "a-%d", "java.lang.Thread.sleep(Native Method)");
		add(50, "b-%d", "java.lang.Thread.sleep(Native Method)");
		assertThat(findings(40, 160, BRIEFLY)).isEmpty();
	}

	@Test
	void checkWithoutPulseIsNotPossible() {
		assertThat(new GrowingThreads(Trends.NONE, activities()).check().outcome()).isEqualTo(Outcome.NOT_POSSIBLE);
	}

	private List<Finding> findings(double from, double to) {
		return findings(from, to, Duration.ofMinutes(12));
	}

	private List<Finding> findings(double from, double to, Duration time) {
		return new GrowingThreads(Pulses.growing(FigureNames.THREADS, from, to, time), activities()).check().findings();
	}

	private ThreadActivities activities() {
		return new ThreadActivities(this.stacks, new ApplicationCode(List.of("com.acme")));
	}

	private void add(int count, String name, String... stack) {
		List<ThreadEntry> threads = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			threads.add(new ThreadEntry(this.next++, name.formatted(i),
					new PlatformThreadFacts(true, 5, false, false, new ThreadUsage(null, null, null, 0, 0), null),
					List.of()));
		}
		this.stacks.add(new StackGroup("TIMED_WAITING", count, threads, List.of(stack), false));
	}

}
