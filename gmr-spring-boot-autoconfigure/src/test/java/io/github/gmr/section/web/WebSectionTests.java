package io.github.gmr.section.web;

import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Outcome;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.Stacks;
import io.github.gmr.section.activity.ThreadExecutors;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.pulse.Pulses;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.ThreadSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link WebSection} and {@link RunningRequests}.
 */
class WebSectionTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private final AtomicLong time = new AtomicLong();

	private final RunningRequests requests = new RunningRequests(this.time::get);

	private Progress progress = Progress.UNKNOWN;

	private List<ThreadInfo> threads = List.of();

	private ThreadExecutors executors = ThreadExecutors.NONE;

	private Object context = new Object();

	@Test
	void contentWhenNobodyFollowsRequestsSaysSo() throws Exception {
		Fields fields = (Fields) section(null, Stacks.of(0, List.of())).content();
		String reason = "unknown: this application has no observations";
		assertThat(fields.values()).containsOnlyKeys("running requests").containsValue(new Text(reason));
		assertThat(fields.checks()).extracting(Check.Result::id, Check.Result::outcome)
			.containsExactly(tuple("requests-stopped", Outcome.NOT_POSSIBLE),
					tuple("requests-failing", Outcome.NOT_POSSIBLE), tuple("requests-slow", Outcome.NOT_POSSIBLE));
	}

	@Test
	void contentTellsRequestsTheOldestFirst() {
		this.threads = List.of(Stacks.thread(Thread.currentThread().getId()));
		begin("GET", "/old").runOn(Thread.currentThread());
		advance(Duration.ofMillis(70));
		begin("POST", "/new");
		advance(Duration.ofMillis(7));
		Fields fields = content();
		assertThat(fields.values()).containsEntry("running requests", new Value(2L));
		assertThat(((Table) fields.values().get("requests")).rows()).containsExactly(
				List.of(new Value(Duration.ofMillis(77)), new Text("GET"), new Text("/old"), new Text(thisThread()),
						new Text("")),
				List.of(new Value(Duration.ofMillis(7)), new Text("POST"), new Text("/new"), new Text("asynchronously"),
						new Text("")));
		assertThat(Named.findings(fields)).isEmpty();
	}

	@Test
	void contentWhenThreadIsInTheSnapshotTellsTheApplicationsFrame() {
		begin("GET", "/old").runOn(Thread.currentThread());
		this.threads = List.of(Stacks.thread(Thread.currentThread().getId(), "java.lang.Thread.sleep",
				"com.zaxxer.hikari.pool.HikariPool.getConnection", "com.acme.Orders.find", "com.acme.Web.orders"));
		assertThat(((Table) content().values().get("requests")).rows().get(0)).last()
			.isEqualTo(new Text("com.acme.Orders.find(Orders.java:41)"));
	}

	@Test
	void contentWhenThreadTookRequestAfterTheSnapshotDoesNotTellSomebodyElsesStack() {
		this.threads = List.of(Stacks.thread(Thread.currentThread().getId(), "com.acme.Orders.find"));
		RunningRequest request = begin("GET", "/old");
		long snapshot = this.time.get();
		advance(Duration.ofMinutes(1));
		request.runOn(Thread.currentThread());
		Fields fields = content(snapshot);
		assertThat(((Table) fields.values().get("requests")).rows().get(0)).last().isEqualTo(new Text(""));
		assertThat(Named.findings(fields)).extracting(Finding::summary)
			.containsExactly("GET /old runs for 1 min on " + thisThread());
	}

	@ParameterizedTest
	@CsvSource({ "9, 10, true", "8, 10, true", "7, 10, false", "1, 1, true", "9, -1, false" })
	void contentWhenMostRequestThreadsStandAtOnePlaceSaysWhere(int stuck, int max, boolean found) {
		this.context = new TomcatContext(max);
		this.threads = stuck(stuck);
		List<Finding> findings = Named.findings(content());
		assertThat(findings).isEqualTo(found ? List.of(Content.critical("%s", stuck + " of " + max
				+ " request threads stand at com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:41), called at com.acme.Orders.find(Orders.java:41)")
			.id("request-threads-stuck")
			.next("Threads")) : List.of());
	}

	@Test
	void contentWhenRequestThreadsAreIdleOrStandApartHasNoFinding() {
		this.context = new TomcatContext(4);
		String entrance = "org.apache.catalina.connector.CoyoteAdapter.service";
		this.threads = List.of(Stacks.thread(1, "org.apache.tomcat.util.threads.TaskQueue.take"),
				Stacks.thread(2, "org.apache.tomcat.util.threads.TaskQueue.take"),
				Stacks.thread(3, "com.acme.Orders.find", entrance), Stacks.thread(4, "com.acme.Orders.save", entrance));
		assertThat(Named.findings(content())).isEmpty();
	}

	@Test
	void contentWhenRequestsHaveJustBegunHasNoFinding() {
		this.context = new TomcatContext(1);
		this.threads = List.of(Stacks.thread(Thread.currentThread().getId(), "com.acme.Orders.find",
				"org.apache.catalina.connector.CoyoteAdapter.service"));
		begin("GET", "/").runOn(Thread.currentThread());
		advance(Duration.ofMillis(1999));
		assertThat(Named.findings(content())).isEmpty();
		advance(Duration.ofMillis(1));
		assertThat(Named.findings(content())).hasSize(1);
	}

	@Test
	void contentTellsServer() {
		this.context = new TomcatContext(200);
		Fields server = (Fields) content().values().get("server");
		assertThat(server.values()).isEqualTo(
				Content
					.fields((fields) -> fields.add("kind", "Tomcat")
						.add("port", 8080)
						.add("busy threads", "unknown")
						.add("max threads", 200)
						.add("connections", 12L)
						.add("max connections", "unknown"))
					.values());
	}

	@ParameterizedTest
	@CsvSource({ "11, false", "12, true", "13, true", "-1, false" })
	void contentWhenServerHasAllConnectionsThatItMayHaveWarns(int open, boolean found) {
		this.context = new TomcatContext(200, 12, open);
		assertConnections(open, found, "server.tomcat.max-connections");
	}

	@ParameterizedTest
	@CsvSource({ "11, false", "12, true" })
	void contentWhenJettyHasAllConnectionsThatItMayHaveWarns(int open, boolean found) {
		for (Object limit : List.of(new ConnectionLimit(12), new NetworkConnectionLimit(12))) {
			this.context = new JettyContext(open, limit);
			assertConnections(open, found, "server.jetty.max-connections");
		}
	}

	private void assertConnections(int open, boolean found, String setting) {
		assertThat(Named.findings(content())).isEqualTo(found ? List.of(Content
			.warning("%d of 12 connections that the web server may have are open: further ones are not accepted", open)
			.id("server-connections-exhausted")
			.next("Web")) : List.of());
		assertThat((Finding) content().values().get("finding")).satisfies((finding) -> {
			if (finding != null) {
				assertThat(finding.details().settings()).extracting(Setting::name).containsExactly(setting);
			}
		});
	}

	@Test
	void contentWhenServerIsNotKnownSaysUnknown() {
		this.context = new NettyContext();
		Fields server = (Fields) content().values().get("server");
		assertThat(server.values()).containsEntry("kind", new Text("Netty"))
			.containsEntry("port", new Value(8080L))
			.containsEntry("max threads", new Text("unknown"));
	}

	@Test
	void contentWhenRequestHasEndedForgetsIt() {
		RunningRequest request = begin("GET", "/");
		this.requests.end(request);
		assertThat(content().values()).containsEntry("running requests", new Value(0L));
	}

	@Test
	void contentWhenRequestRunsForLongWarnsWhereItIs() {
		this.threads = Stacks.now(0).threads();
		begin("GET", "/orders/7").runOn(Thread.currentThread());
		advance(Duration.ofMillis(30_000));
		assertThat(Named.findings(content())).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
			assertThat(finding.summary()).startsWith("GET /orders/7 runs for 30 s on " + thisThread()
					+ ", at io.github.gmr.section.activity.Stacks.now(");
			assertThat(finding.next()).isEqualTo("Threads");
		});
	}

	@Test
	void contentTellsHowRequestsGetOn() {
		this.threads = Stacks.now(0).threads();
		begin("GET", "/orders/7").runOn(Thread.currentThread());
		advance(Duration.ofMillis(1));
		begin("GET", "/orders/8");
		assertThat(((Table) content().values().get("requests")).columns()).doesNotContain("progress");
		this.progress = new Progress(Progress.Kind.UNMOVED, 0, Duration.ofSeconds(12));
		Table table = (Table) content().values().get("requests");
		int column = table.columns().indexOf("progress");
		assertThat(table.rows()).extracting((row) -> row.get(column).asText())
			.containsExactly("has not moved for 12 s", "");
	}

	@Test
	void contentWhenRequestRunsForLongTellsHowItGetsOn() {
		this.threads = Stacks.now(0).threads();
		begin("GET", "/orders/7").runOn(Thread.currentThread());
		advance(Duration.ofSeconds(40));
		this.progress = new Progress(Progress.Kind.UNMOVED, 0, Duration.ofSeconds(38));
		assertSlow(Finding.Severity.WARNING, ", has not moved for 38 s");
		this.progress = new Progress(Progress.Kind.BUSY, 99, Duration.ofSeconds(38));
		assertSlow(Finding.Severity.WARNING, ", busy: 99 % of a CPU");
		this.progress = new Progress(Progress.Kind.MOVING, 1, Duration.ofSeconds(3));
		assertSlow(Finding.Severity.INFO, ", moves");
		begin("GET", "/orders/8").runOn(Thread.currentThread());
		advance(Duration.ofSeconds(40));
		assertSlow(Finding.Severity.INFO, "; 2 move");
		this.progress = new Progress(Progress.Kind.UNMOVED, 0, Duration.ofSeconds(38));
		assertSlow(Finding.Severity.WARNING, "; 2 have not moved for 38 s");
	}

	private void assertSlow(Finding.Severity severity, String end) {
		assertThat(Named.findings(content())).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(severity);
			assertThat(finding.summary()).endsWith(end);
		});
	}

	@Test
	void contentWhenRequestHasNoThreadWarnsWithoutStack() {
		RunningRequest request = begin("GET", "/orders/7");
		request.runOn(Thread.currentThread());
		request.leave(Thread.currentThread());
		advance(Duration.ofMinutes(1));
		assertThat(Named.findings(content())).extracting(Finding::summary)
			.containsExactly("GET /orders/7 runs for 1 min, asynchronously");
	}

	@Test
	void contentWhenManyRequestsRunForLongAtOnePlaceTellsItOnce() {
		for (int i = 0; i < 9; i++) {
			begin("GET", "/orders/" + i);
			advance(Duration.ofMillis(1));
		}
		advance(Duration.ofSeconds(40));
		begin("GET", "/");
		assertThat(Named.findings(content())).containsExactly(Content
			.warning("%s",
					"9 of 10 running requests run for longer than 30 s: GET /orders/0 runs for 40 s, asynchronously")
			.id("requests-slow")
			.next("Threads"));
	}

	@Test
	void contentWhenRequestForReportRunsForLongRaisesNoFinding() {
		this.threads = List
			.of(Stacks.thread(Thread.currentThread().getId(), "io.github.gmr.actuate.GmrEndpointWebExtension.report",
					"io.github.gmr.actuate.GmrEndpointFilter.doFilter",
					"org.apache.catalina.connector.CoyoteAdapter.service"));
		begin("GET", "/actuator/gmr").runOn(Thread.currentThread());
		advance(Duration.ofSeconds(40));
		assertThat(Named.findings(content())).isEmpty();
	}

	@Test
	void contentWhenOtherRequestHasPassedOurFilterRaisesFinding() {
		this.threads = List.of(Stacks.thread(Thread.currentThread().getId(), "com.acme.Orders.find",
				"io.github.gmr.actuate.GmrEndpointFilter.doFilter",
				"org.apache.catalina.connector.CoyoteAdapter.service"));
		begin("GET", "/orders").runOn(Thread.currentThread());
		advance(Duration.ofSeconds(40));
		assertThat(Named.findings(content())).hasSize(1);
	}

	@Test
	void contentWhenRequestsRunForLongAtManyPlacesCountsTheRest() {
		this.threads = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			Thread thread = new Thread("exec-" + i);
			begin("GET", "/orders/" + i).runOn(thread);
			this.threads.add(Stacks.thread(thread.getId(), "com.acme.Orders.find" + i));
		}
		advance(Duration.ofMinutes(1));
		assertThat(Named.findings(content())).hasSize(4)
			.last()
			.isEqualTo(Content.warning("4 more run for longer than 30 s").id("requests-slow").next("Web"));
	}

	@Test
	void contentWhenSomeRequestIsTracedTellsTheTrace() {
		begin("GET", "/traced", TRACE);
		advance(Duration.ofMinutes(1));
		begin("GET", "/untraced");
		Fields fields = content();
		Table table = (Table) fields.values().get("requests");
		assertThat(table.columns()).containsExactly("age", "method", "path", "thread", "at", "trace");
		assertThat(table.rows()).extracting((row) -> row.get(5)).containsExactly(new Text(TRACE), new Value(null));
		assertThat(Named.findings(fields)).extracting(Finding::summary)
			.containsExactly("GET /traced runs for 1 min, asynchronously, trace " + TRACE);
	}

	@Test
	void contentWhenNoRequestIsTracedHasNoColumnForIt() {
		begin("GET", "/");
		assertThat(((Table) content().values().get("requests")).columns()).doesNotContain("trace");
	}

	@ParameterizedTest
	@CsvSource({ "/a/b, /a/b", "/a;jsessionid=1/b, /a", "/a?token=1, /a", "/?a, /", "'', ''" })
	void beginKeepsPathOnly(String path, String kept) {
		assertThat(begin("GET", path).path()).isEqualTo(kept);
	}

	@Test
	void beginWhenThereAreTooManyFollowsNoMore() {
		for (int i = 0; i < RunningRequests.MAX_REQUESTS; i++) {
			begin("GET", "/");
		}
		assertThat(this.requests.begin("GET", "/", null, () -> false)).isNull();
		assertThat(this.requests.oldestFirst()).hasSize(RunningRequests.MAX_REQUESTS);
	}

	private RunningRequest begin(String method, String path) {
		return begin(method, path, null);
	}

	private RunningRequest begin(String method, String path, @Nullable String trace) {
		RunningRequest request = this.requests.begin(method, path, trace, () -> false);
		assertThat(request).isNotNull();
		return request;
	}

	private void advance(Duration duration) {
		this.time.addAndGet(duration.toNanos());
	}

	private static List<ThreadInfo> stuck(int count) {
		return IntStream.range(0, count)
			.mapToObj((id) -> Stacks.thread(id, "java.lang.Object.wait",
					"com.zaxxer.hikari.pool.HikariPool.getConnection", "com.acme.Orders.find",
					"org.apache.catalina.connector.CoyoteAdapter.service", "java.lang.Thread.run"))
			.toList();
	}

	private Fields content() {
		return content(this.time.get());
	}

	@ParameterizedTest
	@CsvSource({ "3, 30, true, WARNING", "3, 29, true, INFO", "2, 60, true, INFO", "3, 60, false, INFO" })
	void checkWhenRequestsWithoutThreadMayStandInPoolNamesIt(int requests, int still, boolean serving,
			Severity severity) throws Exception {
		this.executors = (thread) -> "exportExecutor";
		this.threads = List.of(exporter(1, serving), exporter(2, serving));
		IntStream.range(0, requests).forEach((i) -> this.requests.begin("GET", "/export", null, () -> true));
		advance(Duration.ofMinutes(1));
		Fields fields = (Fields) section(this.requests, still(still)).content();
		String pool = "All 2 threads of exportExecutor (thread-*)"
				+ (serving ? ", which deal with requests, stand" : " stand")
				+ " at com.acme.Export.write(Export.java:41): each sleeps";
		assertThat(Named.findings(fields)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(severity);
			assertThat(finding.summary()).contains("GET /export runs for 1 min, asynchronously; "
					+ (serving ? "because of this: " : "maybe because of this: ") + pool);
			assertThat(finding.summary().contains("maybe a stream")).isEqualTo(severity == Severity.INFO);
		});
		assertThat(fields.values().values()).filteredOn(Finding.class::isInstance)
			.singleElement()
			.satisfies((content) -> {
				assertThat(((Finding) content).details().holders()).containsExactly(1L, 2L);
				assertThat(((Finding) content).details().place())
					.containsExactly("com.acme.Export.write(Export.java:41)");
			});
		assertThat(fields.values().get("without a thread").toString()).contains(pool);
	}

	@Test
	void checkWhenThreadsOfPoolAreFreeOrRequestsHaveThreadsNamesNoPool() throws Exception {
		this.executors = (thread) -> "exportExecutor";
		this.threads = List.of(exporter(1, true), Stacks.thread(2, "java.lang.Thread.sleep", "com.acme.Mail.send"));
		this.requests.begin("GET", "/export", null, () -> true);
		advance(Duration.ofMinutes(1));
		assertThat(section(this.requests, still(60)).content().toString()).doesNotContain("exportExecutor");
		this.threads = List.of(exporter(1, true), exporter(2, true));
		this.requests.oldestFirst().forEach((request) -> request.runOn(Thread.currentThread()));
		assertThat(section(this.requests, still(60)).content().toString()).doesNotContain("exportExecutor");
	}

	@Test
	void forWarmUpHasRequestThatNoThreadDealsWith() throws Exception {
		this.threads = List.of(Stacks.thread(1, "com.acme.Orders.find"));
		Fields fields = (Fields) section(null, Stacks.of(0, this.threads)).forWarmUp().content();
		assertThat(fields.values()).containsKeys("said", "without a thread");
		assertThat(fields.values().get("finding")).isInstanceOfSatisfying(Finding.class,
				(finding) -> assertThat(finding.summary()).contains("because of this", "1 of 1 event loops"));
	}

	@Test
	void checkWhenOneEventLoopStandsWarns() throws Exception {
		String[] blocked = { "java.lang.Thread.sleep", "com.acme.Prices.load", "org.springframework.web.reactive.X.run",
				"io.netty.channel.nio.NioEventLoop.run" };
		this.threads = List.of(Stacks.thread(1, blocked),
				Stacks.thread(2, "sun.nio.ch.EPoll.wait", "io.netty.channel.nio.NioEventLoop.run"));
		this.requests.begin("GET", "/prices", null, () -> false);
		advance(Duration.ofMinutes(1));
		assertThat(Named.findings(section(this.requests, still(60)).content())).singleElement()
			.extracting(Finding::summary)
			.isEqualTo("GET /prices runs for 1 min, asynchronously; because of this: 1 of 2 event loops (thread-*), "
					+ "which deal with requests, stand at com.acme.Prices.load(Prices.java:41): each sleeps");
	}

	private static ThreadInfo exporter(long id, boolean serving) {
		return Stacks.thread(id, "java.lang.Thread.sleep", "com.acme.Export.write",
				serving ? "org.springframework.web.servlet.mvc.StreamingResponseBodyTask.call" : "com.acme.Export.run",
				"java.util.concurrent.ThreadPoolExecutor$Worker.run");
	}

	private ThreadSnapshot still(int seconds) {
		return Stacks.of(this.time.get(), this.threads, Progress.UNKNOWN, Duration.ofSeconds(seconds));
	}

	private Fields content(long snapshot) {
		try {
			return (Fields) section(this.requests, Stacks.of(snapshot, this.threads, this.progress)).content();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private WebSection section(@Nullable RunningRequests requests, ThreadSnapshot snapshot) {
		return new WebSection(new EmbeddedServer(this.context, Named.workers()), requests, (scope) -> snapshot,
				(scope) -> Stacks.activities(this.threads, this.executors), new ApplicationCode(List.of("com.acme")),
				new WebOptions(Duration.ofSeconds(30), 75, Duration.ofSeconds(2)),
				new Pulses((requests != null) ? requests : (figures) -> {
				}).history());
	}

	@SuppressWarnings("deprecation")
	private static String thisThread() {
		return Thread.currentThread().getName() + " #" + Thread.currentThread().getId();
	}

	/**
	 * A context whose server has the properties of Tomcat.
	 */
	public record TomcatContext(int max, int maxConnections, long connections) {

		TomcatContext(int max) {
			this(max, -1, 12);
		}

		public TomcatWebServer getWebServer() {
			return new TomcatWebServer(this.max, this.maxConnections, this.connections);
		}

	}

	public record TomcatWebServer(int max, int maxConnections, long connections) {

		public int getPort() {
			return 8080;
		}

		public TomcatWebServer getTomcat() {
			return this;
		}

		public TomcatWebServer getConnector() {
			return this;
		}

		public TomcatWebServer getProtocolHandler() {
			return this;
		}

		public int getMaxThreads() {
			return this.max;
		}

		public long getConnectionCount() {
			return this.connections;
		}

		public int getMaxConnections() {
			return this.maxConnections;
		}

	}

	/**
	 * A context whose server has the properties of Jetty.
	 */
	public record JettyContext(int connections, Object limit) {

		public JettyWebServer getWebServer() {
			return new JettyWebServer(this.connections, this.limit);
		}

	}

	public record JettyWebServer(int connections, Object limit) {

		public JettyWebServer getServer() {
			return this;
		}

		public List<Object> getBeans() {
			return List.of("pool", this.limit);
		}

		public List<JettyWebServer> getConnectors() {
			return List.of(this);
		}

		public List<Integer> getConnectedEndPoints() {
			return IntStream.range(0, this.connections).boxed().toList();
		}

	}

	public record ConnectionLimit(int max) {

		public int getMaxConnections() {
			return this.max;
		}

	}

	public record NetworkConnectionLimit(int max) {

		public int getMaxNetworkConnectionCount() {
			return this.max;
		}

	}

	public record NettyContext() {

		public NettyWebServer getWebServer() {
			return new NettyWebServer();
		}

	}

	public record NettyWebServer() {

		public int getPort() {
			return 8080;
		}

	}

}
