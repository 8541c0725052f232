package io.github.gmr.sickness.chain;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.worker.Deadline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets requests wait for each other in chains, and expects the first finding to name the
 * end of the chain and how many wait for it.
 */
@Timeout(120)
class ChainsIT {

	private static final int IN_CHAIN = 12;

	private static final int OTHERS = 4;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Pattern FINDING = Pattern.compile("^[A-Z]+: (.*)\\n(?: .*\\n)*", Pattern.MULTILINE);

	private static Patient shop;

	private static String base;

	@BeforeAll
	static void start() {
		shop = Patient.main(ChainShop.class, ClassPath.ofTest())
			.arguments("--spring.main.banner-mode=off", "--server.address=127.0.0.1", "--server.port=0",
					"--server.tomcat.threads.max=40", "--spring.datasource.hikari.maximum-pool-size=3",
					"--spring.datasource.hikari.connection-timeout=120000", "--gmr.report.min-interval=0s",
					"--gmr.pulse.interval=500ms", "--gmr.section.waits.work-threshold=2s",
					"--management.endpoints.web.exposure.include=gmr")
			.startUntil("(?m)^ready (\\d+)$");
		base = "http://127.0.0.1:" + shop.awaitStdout("(?m)^ready (\\d+)$").group(1);
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "connection>remote", "connection>lock>remote", "task>sleep" })
	void firstFindingOfSomeNamesTheEnd(String links) throws Exception {
		assertFirstFindingNamesTheEnd(links);
	}

	@Tag("slow")
	@ParameterizedTest
	@ValueSource(strings = { "connection>sleep", "connection>monitor>busy", "connection>permit>remote",
			"monitor>connection>remote", "monitor>sleep", "monitor>lock>latch", "lock>sleep", "lock>connection>latch",
			"lock>task>remote", "write>busy", "write>remote", "write>connection>sleep", "permit>remote",
			"permit>connection>remote", "permit>monitor>sleep", "task>remote", "task>connection>remote",
			"task>lock>sleep", "task>permit>remote", "stage>latch", "stage>remote", "stage>connection>latch",
			"stage>monitor>busy", "connection>task>remote", "connection>stage>sleep", "monitor>task>latch",
			"connection>lock>monitor>remote", "task>connection>lock>remote", "stage>permit>connection>sleep" })
	void firstFindingNamesTheEnd(String links) throws Exception {
		assertFirstFindingNamesTheEnd(links);
	}

	private void assertFirstFindingNamesTheEnd(String links) throws Exception {
		send("POST", "/close").join();
		List<CompletableFuture<?>> requests = new ArrayList<>();
		for (int i = 0; i < IN_CHAIN; i++) {
			requests.add(send("GET", "/chain?links=" + links.replace(">", "%3E")));
		}
		for (int i = 0; i < OTHERS; i++) {
			requests.add(send("GET", "/chain?links=news"));
		}
		try {
			String first = firstFinding();
			Matcher impact = Pattern
				.compile(end(links) + ".*; (\\d+) of (\\d+) running requests wait for that in the end .*")
				.matcher(first);
			assertThat(impact.find()).as(first).isTrue();
			assertThat(Integer.parseInt(impact.group(1))).isBetween(IN_CHAIN - 1, IN_CHAIN + 1);
			assertThat(Integer.parseInt(impact.group(2))).isEqualTo(IN_CHAIN + OTHERS);
		}
		finally {
			send("POST", "/open").join();
			CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
		}
	}

	/**
	 * Returns what the end of a chain looks like in words.
	 */
	private static String end(String links) {
		return switch (links.substring(links.lastIndexOf('>') + 1)) {
			case "remote" -> "waits? for an HTTP response .*, at .*Ends.callBank";
			case "sleep" -> "sleeps?, at .*Ends.sleep";
			case "latch" -> "waits? for a CountDownLatch, at .*Ends.awaitLatch";
			default -> "runs?, at .*Ends.calculate";
		};
	}

	/**
	 * Returns the first finding once all requests wait and some say how many wait for it.
	 */
	private static String firstFinding() {
		Deadline end = Deadline.in(PATIENCE);
		String findings = shop.report().section("Findings");
		while (!findings.contains("of " + (IN_CHAIN + OTHERS) + " running requests wait for that") && !end.isOver()) {
			findings = shop.report().section("Findings");
		}
		Matcher first = FINDING.matcher(findings);
		return first.find() ? first.group(1) : findings;
	}

	/**
	 * Sends a request on a connection of its own: the server may close one that was used.
	 */
	private static CompletableFuture<HttpResponse<Void>> send(String method, String path) {
		return HttpClient.newBuilder()
			.version(Version.HTTP_1_1)
			.build()
			.sendAsync(HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.noBody()).build(),
					BodyHandlers.discarding());
	}

}
