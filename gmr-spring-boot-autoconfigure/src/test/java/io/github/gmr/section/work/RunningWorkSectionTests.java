package io.github.gmr.section.work;

import java.lang.management.ThreadInfo;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.Stacks;
import io.github.gmr.section.activity.ThreadExecutors;
import io.github.gmr.section.scope.Progress;
import io.github.gmr.section.scope.ReportScope;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.observation.ClientHttpObservationDocumentation;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RunningWorkSection}, {@link RunningWork} and
 * {@link RunningWorkHandler}.
 */
class RunningWorkSectionTests {

	private static final String CHARGE = "com.acme.Payments.charge(Payments.java:41)";

	private final AtomicLong time = new AtomicLong();

	private final RunningWork work = new RunningWork(this.time::get);

	private final ObservationRegistry registry = ObservationRegistry.create();

	private final List<Observation> kept = new ArrayList<>();

	private final List<ThreadInfo> threads = new ArrayList<>();

	private ThreadExecutors executors = ThreadExecutors.NONE;

	private Duration still = Duration.ZERO;

	private Progress progress = Progress.UNKNOWN;

	@BeforeEach
	void follow() {
		this.registry.observationConfig().observationHandler(new RunningWorkHandler(this.work));
	}

	@Test
	void contentWhenNothingRunsSaysSo() throws Exception {
		assertThat(content().values()).isEqualTo(Content.fields((fields) -> fields.add("running", 0)).values());
	}

	@Test
	void contentTellsWorkTheOldestFirst() throws Exception {
		Observation request = observe("http.server.requests");
		try (Observation.Scope scope = request.openScope()) {
			advance(Duration.ofMillis(70));
			Observation task = observe("tasks.scheduled.execution", "code.namespace", "com.acme.StockJob",
					"code.function", "syncStock", "outcome", "UNKNOWN");
			this.threads.add(Stacks.thread(id(), "java.lang.Thread.sleep", "com.acme.Payments.charge"));
			try (Observation.Scope inner = task.openScope()) {
				advance(Duration.ofMillis(7));
				Table table = table();
				assertThat(table.columns()).containsExactly("oldest", "count", "kind", "about", "thread", "at",
						"part of");
				assertThat(table.rows()).containsExactly(
						List.of(new Value(Duration.ofMillis(77)), new Value(1L), new Text("http.server.requests"),
								new Text(""), new Text(thisThread()), new Text(CHARGE), new Value(null)),
						List.of(new Value(Duration.ofMillis(7)), new Value(1L), new Text("tasks.scheduled.execution"),
								new Text("com.acme.StockJob.syncStock"), new Text(thisThread()), new Text(CHARGE),
								new Text("http.server.requests")));
			}
		}
	}

	@Test
	void contentTellsHowWorkGetsOn() throws Exception {
		this.progress = new Progress(Progress.Kind.UNMOVED, 0, Duration.ofSeconds(12));
		Observation task = observe("tasks.scheduled.execution");
		this.threads.add(Stacks.thread(id(), "java.lang.Thread.sleep", "com.acme.Payments.charge"));
		try (Observation.Scope scope = task.openScope()) {
			observe("my.own");
			Table table = table();
			int column = table.columns().indexOf("progress");
			assertThat(table.rows()).extracting((row) -> row.get(column).asText())
				.containsExactly("has not moved for 12 s", "");
		}
	}

	@Test
	void contentTellsWhatWorkIsAboutByKeysOfFewValues() throws Exception {
		observe("spring.kafka.listener", "messaging.source.name", "orders", "spring.kafka.listener.id", "shop-0");
		observe("spring.rabbit.listener", "spring.rabbit.listener.id", "mails");
		observe("jms.message.process", "messaging.destination.name", "invoices", "messaging.operation", "process");
		Observation jms = observe("jms.message.process", "messaging.operation", "process");
		jms.highCardinalityKeyValue("messaging.destination.name", "orders");
		observe("spring.batch.job", "spring.batch.job.name", "nightly");
		observe("jdbc.query", "jdbc.datasource.name", "orders-db");
		observe("okhttp", "target.host", "maps", "target.port", "443", "method", "GET", "uri", "none");
		observe("grpc.client", "rpc.service", "Stock", "rpc.method", "Get");
		observe("method.observed", "class", "com.acme.Report", "method", "write");
		Observation other = observe("my.own");
		other.contextualName("import of prices");
		other.highCardinalityKeyValue("customer", "jane");
		assertThat(about()).containsExactly("orders", "mails", "invoices", "orders", "nightly", "orders-db",
				"maps:443 GET", "Stock.Get", "com.acme.Report.write", "import of prices");
	}

	@Test
	void contentTellsHostAndPortOfCallButNothingElseOfItsUrl() throws Exception {
		call("https://jane:secret@payments:8443/payments?token=1");
		call("https://payments:8443/payments?token=2");
		call("https://payments/payments?to=http://other:1");
		call("/relative:1");
		assertThat(about()).containsExactly("payments:8443 POST", "payments POST", "");
		assertThat(content().toString()).doesNotContain("token", "secret", "jane", "other");
	}

	@Test
	void contentWhenWorkIsAlikeShowsTheOldest() throws Exception {
		for (int i = 0; i < 5; i++) {
			call("http://payments:80/");
			advance(Duration.ofSeconds(1));
		}
		assertThat(table().rows()).singleElement()
			.satisfies((row) -> assertThat(row).startsWith(new Value(Duration.ofSeconds(5)), new Value(5L)));
	}

	@Test
	void contentWhenWorkHasEndedForgetsIt() throws Exception {
		observe("my.own").stop();
		assertThat(content().values()).containsEntry("running", new Value(0L));
	}

	@Test
	void contentWhenAnotherHandlerFollowsWorkLeavesItOutButNamesIt() throws Exception {
		Observation.Context context = new Observation.Context();
		context.put(Work.class, new Request());
		Observation request = Observation.start("http.server.requests", () -> context, this.registry);
		Observation call = Observation.createNotStarted("my.call", this.registry).parentObservation(request).start();
		assertThat(table().rows()).singleElement()
			.satisfies((row) -> assertThat(row).last().isEqualTo(new Text("GET /orders/7")));
		call.stop();
		request.stop();
	}

	@Test
	void contentWhenObservationIsNeverStoppedCountsIt() throws Exception {
		Observation.start("leak", this.registry);
		Awaitility.await().untilAsserted(() -> {
			System.gc();
			assertThat(content().values()).containsEntry("running", new Value(0L))
				.containsEntry("never ended", new Text("1 observations were given up without an end"));
		});
	}

	@Test
	void contentWhenTooMuchHasBegunSaysHowMuchIsNotFollowed() throws Exception {
		for (int i = 0; i < RunningWork.MAX_WORK + 5; i++) {
			observe("my.own");
		}
		assertThat(content().values()).containsEntry("running", new Value((long) RunningWork.MAX_WORK))
			.containsEntry("not followed", new Text("5 observations, as too many had begun"));
	}

	@Test
	void beginWhenThereIsNoRoomMakesItOnceASecond() throws Exception {
		for (int i = 0; i < RunningWork.MAX_WORK; i++) {
			Observation.start("leak", this.registry);
		}
		Awaitility.await().untilAsserted(() -> {
			System.gc();
			advance(Duration.ofSeconds(1));
			Observation last = Observation.start("my.own", this.registry);
			assertThat(last.getContext().<Work>get(Work.class)).isNotNull();
		});
	}

	@Test
	void checkWhenCallsRunForLongWarnsWhereTheyAre() throws Exception {
		for (int i = 0; i < 12; i++) {
			call("http://payments:8080/");
			advance(Duration.ofSeconds(1));
		}
		this.threads.add(Stacks.thread(id(), "sun.nio.ch.Net.poll", "com.acme.Payments.charge"));
		try (Observation.Scope scope = this.kept.get(3).openScope()) {
			advance(Duration.ofSeconds(48));
			assertThat(findings()).singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.WARNING);
				assertThat(finding.summary())
					.isEqualTo("12 calls to payments:8080 have no answer after more than 30 s, "
							+ "the oldest after 1 min, at " + CHARGE);
				assertThat(finding.details().threads()).containsExactly(id());
			});
		}
	}

	@Test
	void checkWhenOneCallRunsForLongInforms() throws Exception {
		call("http://payments:8080/");
		advance(Duration.ofSeconds(30));
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.INFO);
			assertThat(finding.summary()).isEqualTo("A call to payments:8080 has no answer after 30 s, asynchronously");
		});
	}

	@Test
	void checkWhenCallsAreYoungIsFine() throws Exception {
		calls();
		advance(Duration.ofMillis(29_999));
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenOtherWorkRunsForLongIsFine() throws Exception {
		for (int i = 0; i < 5; i++) {
			observe("spring.batch.job", "spring.batch.job.name", "nightly");
		}
		advance(Duration.ofHours(1));
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenResponsesHaveBegunIsFine() throws Exception {
		for (ClientRequestObservationContext call : calls()) {
			call.setResponse(new MockClientHttpResponse());
		}
		advance(Duration.ofHours(1));
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenRestOfResponseDoesNotComeInforms() throws Exception {
		List<ClientRequestObservationContext> calls = calls();
		calls.forEach((call) -> call.setResponse(new MockClientHttpResponse()));
		this.threads.add(Stacks.thread(id(), "sun.nio.ch.Net.poll", "com.acme.Payments.charge"));
		try (Observation.Scope scope = this.kept.get(1).openScope()) {
			advance(Duration.ofMinutes(1));
			this.still = Duration.ofSeconds(29);
			assertThat(findings()).isEmpty();
			this.still = Duration.ofSeconds(30);
			assertThat(findings()).singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.INFO);
				assertThat(finding.summary())
					.isEqualTo("1 calls to payments have had no more of their answer for 30 s, "
							+ "maybe as that is a stream, at " + CHARGE);
			});
		}
	}

	/**
	 * Threads that the snapshot does not have are virtual.
	 */
	@Test
	void checkWhenVirtualThreadsWaitForRestOfResponseInforms() throws Exception {
		calls().forEach((call) -> call.setResponse(new MockClientHttpResponse()));
		CountDownLatch end = new CountDownLatch(1);
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
			Thread handling = within(this.kept.get(0), () -> {
				end.await();
				return null;
			});
			Thread reading = within(this.kept.get(1), socket.getInputStream()::read);
			Awaitility.await().until(() -> at(handling, "await") && at(reading, "read"));
			advance(Duration.ofSeconds(29));
			assertThat(findings()).isEmpty();
			advance(Duration.ofMinutes(1));
			assertThat(findings()).singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.INFO);
				assertThat(finding.summary()).startsWith("1 calls to payments wait for the rest of their answer "
						+ "after more than 30 s, maybe as that is a stream, at ");
			});
		}
		finally {
			end.countDown();
		}
	}

	private static Thread within(Observation observation, Callable<?> task) {
		Thread thread = new Thread(() -> observation.scoped(() -> {
			try {
				task.call();
			}
			catch (Exception ex) {
				// It has been long enough
			}
		}));
		thread.start();
		return thread;
	}

	private static boolean at(Thread thread, String method) {
		return Arrays.stream(thread.getStackTrace()).anyMatch((frame) -> frame.getMethodName().equals(method));
	}

	@Test
	void contentTellsTasksThatNothingObservesByTheirExecutors() throws Exception {
		this.executors = (thread) -> (thread == 9) ? null : "mailExecutor";
		this.still = Duration.ofSeconds(40);
		for (long id : new long[] { 7, 8, 9, id() }) {
			this.threads.add(Stacks.thread(id, "java.lang.Thread.sleep", "com.acme.Mail.send",
					"java.util.concurrent.ThreadPoolExecutor$Worker.run"));
		}
		this.threads.add(Stacks.thread(10, "java.util.concurrent.ThreadPoolExecutor.getTask"));
		try (Observation.Scope scope = observe("tasks.scheduled.execution").openScope()) {
			assertThat(((Table) content().values().get("not observed")).rows()).first()
				.isEqualTo(List.of(new Value(2L), new Text("mailExecutor"), new Text("thread-7 #7"),
						new Text("com.acme.Mail.send(Mail.java:41)"), new Value(this.still)));
		}
	}

	@Test
	void contentWhenCallHasNoThreadSaysWhichEventLoopsStand() throws Exception {
		this.executors = (thread) -> (thread == 7) ? "mailExecutor" : null;
		this.threads.add(Stacks.thread(7, "java.lang.Thread.sleep", "com.acme.Mail.send",
				"java.util.concurrent.ThreadPoolExecutor$Worker.run"));
		this.threads.add(Stacks.thread(8, "java.lang.Thread.sleep", "com.acme.Prices.load",
				"io.netty.channel.nio.NioEventLoop.run"));
		assertThat(content().values()).doesNotContainKey("without a thread");
		call("http://payments:80/");
		assertThat(content().values().get("without a thread").toString())
			.contains("1 of 1 event loops (thread-*) stand at com.acme.Prices.load(Prices.java:41): each sleeps")
			.doesNotContain("mailExecutor");
	}

	@Test
	void contentWhenAnotherThreadTakesPartForMomentsKeepsTheOneThatWaits() throws Exception {
		this.threads.add(Stacks.thread(id(), "java.lang.Thread.sleep", "com.acme.Payments.charge"));
		call("http://payments:80/");
		try (Observation.Scope scope = this.kept.get(0).openScope()) {
			for (int i = 0; i < 50; i++) {
				onAnother(() -> this.kept.get(0).openScope().close());
			}
			assertThat(threadAndPlace()).containsExactly(thisThread(), CHARGE);
			List<Observation.Scope> left = new ArrayList<>();
			onAnother(() -> left.add(this.kept.get(0).openScope()));
			assertThat(threadAndPlace().get(0)).isNotEqualTo(thisThread());
		}
		assertThat(threadAndPlace().get(0)).isNotEqualTo(thisThread());
	}

	private List<String> threadAndPlace() throws Exception {
		return table().rows().get(0).subList(4, 6).stream().map((cell) -> ((Text) cell).text()).toList();
	}

	private static void onAnother(Runnable task) throws InterruptedException {
		Thread thread = new Thread(task, "reactor-http-epoll-1");
		thread.start();
		thread.join();
	}

	@Test
	void checkWhenCallsAreStreamsByTheirTypeIsFine() throws Exception {
		for (int i = 0; i < 3; i++) {
			this.kept.add(Observation.createNotStarted("grpc.client",
					() -> new RequestReplySenderContext<Object, Object>((carrier, key, value) -> {
					}), this.registry)
				.lowCardinalityKeyValue("rpc.type", "SERVER_STREAMING")
				.start());
		}
		advance(Duration.ofHours(1));
		assertThat(findings()).isEmpty();
	}

	@Test
	void checkWhenSuchCallsHaveEndedWellAfterThatTimeIsFine() throws Exception {
		calls();
		advance(Duration.ofSeconds(60));
		this.kept.forEach(Observation::stop);
		calls();
		advance(Duration.ofSeconds(120));
		assertThat(findings()).isEmpty();
		advance(Duration.ofSeconds(1));
		assertThat(findings()).hasSize(1);
	}

	@Test
	void checkWhenSuchCallsHaveFailedAfterThatTimeWarns() throws Exception {
		calls();
		advance(Duration.ofSeconds(60));
		this.kept.forEach((call) -> call.error(new IllegalStateException()).stop());
		calls().forEach((call) -> call.setResponse(new MockClientHttpResponse(new byte[0], 503)));
		advance(Duration.ofSeconds(60));
		this.kept.forEach(Observation::stop);
		calls();
		advance(Duration.ofSeconds(60));
		assertThat(findings()).hasSize(1);
	}

	@Test
	void forWarmUpShowsCallAndFollowsNothing() throws Exception {
		assertThat(((Fields) section().forWarmUp().content()).values()).containsEntry("running", new Value(1L))
			.containsKeys("work", "finding");
		assertThat(content().values()).containsEntry("running", new Value(0L));
	}

	@Test
	void ofGivesAllSectionsOfTheReportTheSame() {
		ReportScope scope = new ReportScope();
		WorkSnapshot first = this.work.of(scope, Stacks.of(0, List.of()));
		observe("my.own");
		assertThat(this.work.of(scope, Stacks.of(0, List.of()))).isSameAs(first);
		assertThat(this.work.of(new ReportScope(), Stacks.of(0, List.of())).work()).hasSize(1);
	}

	private List<ClientRequestObservationContext> calls() {
		this.kept.clear();
		return List.of(call("http://payments/"), call("http://payments/"), call("http://payments/"));
	}

	private ClientRequestObservationContext call(String uri) {
		ClientRequestObservationContext context = new ClientRequestObservationContext(
				new MockClientHttpRequest(HttpMethod.POST, URI.create(uri)));
		Supplier<ClientRequestObservationContext> supplier = () -> context;
		this.kept.add(ClientHttpObservationDocumentation.HTTP_CLIENT_EXCHANGES
			.observation(null, new DefaultClientRequestObservationConvention(), supplier, this.registry)
			.start());
		this.time.incrementAndGet();
		return context;
	}

	private Observation observe(String name, String... keyValues) {
		Observation observation = Observation.createNotStarted(name, this.registry);
		for (int i = 0; i < keyValues.length; i += 2) {
			observation.lowCardinalityKeyValue(keyValues[i], keyValues[i + 1]);
		}
		this.kept.add(observation.start());
		this.time.incrementAndGet();
		return observation;
	}

	private void advance(Duration duration) {
		this.time.addAndGet(duration.toNanos() - this.time.get() % 1_000_000);
	}

	private List<String> about() throws Exception {
		return table().rows().stream().map((row) -> ((Text) row.get(3)).text()).toList();
	}

	private Table table() throws Exception {
		return (Table) content().values().get("work");
	}

	private List<Finding> findings() throws Exception {
		return content().values().values().stream().filter(Finding.class::isInstance).map(Finding.class::cast).toList();
	}

	private Fields content() throws Exception {
		return (Fields) section().content();
	}

	private RunningWorkSection section() {
		return new RunningWorkSection(this.work,
				(scope) -> Stacks.of(this.time.get(), this.threads, this.progress, this.still),
				(scope) -> Stacks.activities(this.threads, this.executors), new ApplicationCode(List.of("com.acme")),
				new RunningWorkOptions(Duration.ofSeconds(30)));
	}

	@SuppressWarnings("deprecation")
	private static long id() {
		return Thread.currentThread().getId();
	}

	private static String thisThread() {
		return Thread.currentThread().getName() + " #" + id();
	}

	private static final class Request extends Work {

		Request() {
			super(System::nanoTime);
		}

		@Override
		public String words() {
			return "GET /orders/7";
		}

	}

}
