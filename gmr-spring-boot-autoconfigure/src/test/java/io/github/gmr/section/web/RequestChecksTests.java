package io.github.gmr.section.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.work.WorkPlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FailingRequests} and {@link StoppedRequests}.
 */
class RequestChecksTests {

	private final RunningRequests requests = new RunningRequests();

	private final Pulses pulses = new Pulses(this.requests);

	private final List<FollowedRequest> running = new ArrayList<>();

	@Test
	void failingWhenPathFailsFromTheStartTellsWithWhat() {
		for (int i = 0; i < 12; i++) {
			end(10, "GET /shelf", 200, null);
			end(24, "GET /basket", 500, new IllegalStateException(new Broken()));
			end(1, "GET /basket", 200, null);
			this.pulses.look();
		}
		assertThat(failing()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.summary())
				.startsWith("96 % of GET /basket fail: 288 of 300 in the last minute, " + "the last one with "
						+ Broken.class.getName() + " at ")
				.contains("RequestChecksTests");
			assertThat(finding.details().subject()).isEqualTo("GET /basket");
			assertThat(finding.details().since()).isNotNull();
		});
	}

	@Test
	void failingWhenPathWasWellBeforeFindsItAtOnce() {
		for (int i = 0; i < 50; i++) {
			end(1000, "GET /basket", 200, null);
			this.pulses.look();
		}
		end(20, "GET /basket", 503, null);
		this.pulses.history().refresh();
		assertThat(failing()).singleElement()
			.extracting(Finding::summary)
			.asString()
			.startsWith("100 % of GET /basket fail: 20 of 20 in the last minute, the last one with status 503");
	}

	@Test
	void failingWhenFewFailIsFine() {
		end(4, "GET /rare", 500, null);
		for (int i = 0; i < 12; i++) {
			end(20, "GET /basket", 200, null);
			end(5, "GET /basket", 500, null);
			end(20, "GET /missing", 404, null);
			end(20, "GET /actuator/health", 503, null);
			this.pulses.look();
		}
		assertThat(failing()).isEmpty();
	}

	@Test
	void failingWhenThatIsOverIsFine() {
		end(100, "GET /basket", 500, null);
		for (int i = 0; i < 14; i++) {
			this.pulses.look();
			end(10, "GET /basket", 200, null);
		}
		this.pulses.history().refresh();
		assertThat(failing()).isEmpty();
	}

	@Test
	void countWhenThereAreTooManyPathsFollowsSome() {
		for (int i = 0; i < 3 * RequestOutcomes.MAX_PATHS; i++) {
			end(10, "GET /" + i, 500, null);
		}
		this.pulses.look();
		assertThat(failing()).hasSize(20);
	}

	@Test
	void stoppedWhenManyHaveEndedBeforeSaysHowMany() {
		traffic(12, 600);
		run(40, 41);
		quiet(8);
		assertThat(stopped()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
			assertThat(finding.summary())
				.isEqualTo("Requests have stopped: 40 run and none has ended for 40 s, before that 120 a second did");
		});
	}

	@Test
	void stoppedSaysWhereMostOfThemStand() {
		traffic(12, 600);
		run(2, 41);
		runAt(3, "com.acme.Till.pay");
		runAt(1, "com.acme.Till.print");
		quiet(8);
		assertThat(stopped()).singleElement().satisfies((finding) -> {
			assertThat(finding.summary()).endsWith("; 3 of them stand at com.acme.Till.pay(Till.java:7)");
			assertThat(finding.details().place()).containsExactly("com.acme.Till.pay(Till.java:7)");
		});
	}

	@Test
	void stoppedWhenTrafficHasEndedIsFine() {
		traffic(12, 600);
		run(1, 41);
		quiet(8);
		assertThat(stopped()).isEmpty();
	}

	@Test
	void stoppedWhenSomeStillEndIsFine() {
		traffic(12, 600);
		run(40, 41);
		quiet(7);
		traffic(1, 1);
		assertThat(stopped()).isEmpty();
	}

	@Test
	void stoppedWhenThereWasNoTrafficBeforeIsFine() {
		traffic(2, 1);
		run(40, 41);
		quiet(8);
		assertThat(stopped()).isEmpty();
	}

	private void traffic(int looks, int requests) {
		for (int i = 0; i < looks; i++) {
			end(requests, "GET /", 200, null);
			this.pulses.look();
		}
	}

	private void quiet(int looks) {
		IntStream.range(0, looks).forEach((i) -> this.pulses.look());
	}

	private void run(int requests, int seconds) {
		for (int i = 0; i < requests; i++) {
			this.running
				.add(new FollowedRequest("GET", "/", null, Duration.ofSeconds(seconds), WorkPlace.NOWHERE, false));
		}
	}

	private void runAt(int requests, String method) {
		int dot = method.lastIndexOf('.');
		StackTraceElement frame = new StackTraceElement(method.substring(0, dot), method.substring(dot + 1),
				"Till.java", 7);
		WorkPlace place = new WorkPlace(Thread.currentThread(), false, new StackTraceElement[] { frame },
				Progress.UNKNOWN);
		for (int i = 0; i < requests; i++) {
			this.running.add(new FollowedRequest("GET", "/", null, Duration.ofSeconds(41), place, false));
		}
	}

	private void end(int times, String path, int status, @Nullable Throwable error) {
		IntStream.range(0, times).forEach((i) -> this.requests.count(path, status, error));
	}

	private List<Finding> failing() {
		return new FailingRequests(this.requests.outcomes(), this.pulses.history(),
				new ApplicationCode(List.of("io.github.gmr.section.web")))
			.check()
			.findings();
	}

	private List<Finding> stopped() {
		return new StoppedRequests(this.pulses.history(), new ApplicationCode(List.of("com.acme"))).check(this.running)
			.findings();
	}

	private static final class Broken extends RuntimeException {

	}

}
