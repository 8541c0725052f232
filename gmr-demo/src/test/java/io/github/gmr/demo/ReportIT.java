package io.github.gmr.demo;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gmr.process.TextReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the running demo for reports, by signal and over HTTP.
 */
class ReportIT {

	private static final String[] TITLES = { "Findings", "Package", "Threads", "Green Threads", "Processes",
			"Configuration", "Timeline", "Runtime", "Memory", "Web", "Waits", "Running Work", "Sockets", "Data Sources",
			"Executors", "Scheduled Tasks", "Disks", "Availability", "Metrics", "Certificates", "Log", "Order Queue" };

	private static final String DIRECTORY = Path.of("").toAbsolutePath().toString();

	private static Demo demo;

	@BeforeAll
	static void start() {
		demo = Demo.start(Demo.builder().environment("PWD", DIRECTORY).arguments("--gmr.report.min-interval=0s"));
	}

	@AfterAll
	static void end() {
		demo.close();
	}

	@Test
	void signalPrintsWholeReportAndDemoGoesOn() {
		TextReport report = demo.patient().report();
		assertThat(report.titles()).containsExactly(TITLES);
		assertThat(report.head()).containsEntry("pid", Long.toString(demo.patient().pid()))
			.containsEntry("application", "gmr-demo");
		assertThat(demo.get("/orders").statusCode()).isEqualTo(200);
	}

	@Test
	void signalPrintsWithinOneSecond() {
		// The best of some, since the machine may be busy with something else
		Duration best = Stream.generate(ReportIT::timeOfReport).limit(3).min(Duration::compareTo).orElseThrow();
		assertThat(best).isLessThan(Duration.ofSeconds(1));
	}

	@Test
	void getAnswersSameReport() {
		HttpResponse<String> response = demo.get("/actuator/gmr");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).get().asString().startsWith("text/plain");
		assertThat(TextReport.of(response.body()).titles()).containsExactly(TITLES);
	}

	@Test
	void getOfSectionAnswersThatOneAlone() {
		HttpResponse<String> response = demo.get("/actuator/gmr/threads");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).get().asString().startsWith("text/plain");
		Map<String, String> sections = TextReport.sectionsIn(response.body());
		assertThat(sections).containsOnlyKeys("Threads");
		assertThat(sections.get("Threads")).contains("Full thread dump", "\"container-0\"");
	}

	@Test
	void getOfUnknownSectionAnswersNamesOfAll() {
		HttpResponse<String> response = demo.get("/actuator/gmr/poetry");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("package", "threads", "green-threads", "processes", "configuration",
				"timeline", "runtime", "memory", "web", "waits", "running-work", "sockets", "data-sources", "executors",
				"scheduled-tasks", "disks", "availability", "metrics", "certificates", "log", "order-queue");
	}

	@Test
	void packageTellsVersions() {
		assertThat(demo.patient().report().section("Package").lines())
			.contains("product = Guru Meditation Reports Demo", "version = 0.1.0-SNAPSHOT",
					"spring boot = " + System.getProperty("demo.spring-boot.version"))
			.anyMatch((line) -> line.startsWith("java = " + System.getProperty("java.version")));
	}

	@Test
	void threadsListPlatformThreads() {
		assertThat(demo.patient().report().section("Threads")).contains("Full thread dump", "\"container-0\"",
				"java.lang.Thread.State: TIMED_WAITING", "\tat java.lang.Object.wait(java.base@");
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void greenThreadsListOrderWorkers() {
		assertThat(demo.patient().report().section("Green Threads")).contains("\"order-worker-1\"",
				"\"order-worker-2\"", "\"order-worker-3\"", "io.github.gmr.demo.OrderWorker.run");
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20)
	void greenThreadsWhenJdkHasNoneSaySoAndThreadsListOrderWorkers() {
		TextReport report = demo.patient().report();
		assertThat(report.section("Green Threads").strip().lines()).hasSize(1);
		assertThat(report.section("Threads")).contains("\"order-worker-1\"", "\"order-worker-2\"", "\"order-worker-3\"",
				"io.github.gmr.demo.OrderWorker.run");
	}

	@Test
	void processesTellThisOne() {
		assertThat(demo.patient().report().section("Processes")).contains("Process " + demo.patient().pid() + " (under "
				+ ProcessHandle.current().pid() + ") [ run by: " + System.getProperty("user.name") + " (");
	}

	@Test
	void processesTellWorkingDirectory() {
		assertThat(demo.patient().report().section("Processes").lines()).contains("directory = " + DIRECTORY);
	}

	@Test
	void configurationTellsEffectiveValues() {
		assertThat(demo.patient().report().section("Configuration")).contains("spring: ",
				"  application.name = gmr-demo", "server: ", "  port = 0", "shop: ", "  queue-limit = 10");
	}

	@Test
	void metricsTellRequestsAndConnectionsInShort() {
		assertThat(demo.get("/orders").statusCode()).isEqualTo(200);
		String metrics = demo.patient().report().section("Metrics");
		assertThat(metrics).contains("registry = PrometheusMeterRegistry", "http.server.requests", "uri=/orders",
				"hikaricp.connections.max", "jdbc.connections.max");
		assertThat(metrics.lines()).hasSizeLessThan(60);
	}

	@Test
	void availabilityTellsThatDemoIsReady() {
		assertThat(demo.patient().report().section("Availability")).contains("liveness = CORRECT",
				"readiness = ACCEPTING_TRAFFIC");
	}

	@Test
	void orderQueueWhenTooManyOrdersWaitRaisesFinding() {
		for (int i = 0; i < 20; i++) {
			demo.order("lamp", 1000);
		}
		TextReport report = demo.patient().report();
		String finding = "17 orders wait, the limit is 10";
		assertThat(report.section("Findings")).contains(finding,
				"[orders-stuck]\n  shop.queue-limit = 10  (class path ");
		assertThat(report.section("Order Queue")).contains("depth = 17", "warehouse = ", "packs order 3",
				"finding = WARNING orders-stuck (see Findings)");
		assertThat(report.text()).contains("io.github.gmr.demo.Warehouse.pack");
	}

	private static Duration timeOfReport() {
		long start = System.nanoTime();
		demo.patient().report();
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
