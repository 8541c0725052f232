package io.github.gmr.sick;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.github.gmr.GuruMeditation;
import io.github.gmr.Publication;
import io.github.gmr.Publication.Delivery;
import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import io.github.gmr.process.Vitals;
import io.github.gmr.section.ReportSection;
import io.github.gmr.sink.ReportSink;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Falls sick as it is told line by line on stdin, and says on stdout when it has done so.
 * Its sections are those that {@code sick.sections} names.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SickApplication {

	/**
	 * What stdout says once the context is ready.
	 */
	public static final String READY = "(?m)^ready$";

	/**
	 * Takes no lock that a sickness may hold.
	 */
	private static final PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

	private static volatile boolean stopped;

	private static final Deque<ConfigurableApplicationContext> children = new ArrayDeque<>();

	private static final Map<String, Command> COMMANDS = Map.ofEntries(
			Map.entry("cross-monitors", (context, argument) -> Locks.crossMonitors()),
			Map.entry("cross-locks", (context, argument) -> Locks.crossLocks()),
			Map.entry("cross-logging", (context, argument) -> Locks.crossLogging()),
			Map.entry("fill-heap-but", (context, argument) -> Heap.fillBut(Integer.parseInt(argument))),
			Map.entry("fill-heap", (context, argument) -> Heap.fillUntilNextLine()),
			Map.entry("empty-heap", (context, argument) -> Heap.empty()),
			Map.entry("start-serving", (context, argument) -> Heap.startServing()),
			Map.entry("fill-metaspace", (context, argument) -> Metaspace.fill()),
			Map.entry("create-stuck-bean", (context, argument) -> createStuckBean(context)),
			Map.entry("block-common-pool", (context, argument) -> Locks.blockCommonPool()),
			Map.entry("await-warm-up", (context, argument) -> awaitWarmUp()),
			Map.entry("await-polls", (context, argument) -> awaitPolls()),
			Map.entry("await-end-of-handlers", (context, argument) -> Locks.awaitEnd("SIGUSR1 handler")),
			Map.entry("await-section", (context, argument) -> Locks.awaitClass(SickSection.class)),
			Map.entry("pin-carriers", (context, argument) -> Locks.pinCarriers()),
			Map.entry("thrash-heap", (context, argument) -> Heap.thrash(Integer.parseInt(argument))),
			Map.entry("open-child", (context, argument) -> openChild(context)),
			Map.entry("close-child", (context, argument) -> children.remove().close()),
			Map.entry("exhaust-threads", (context, argument) -> Exhaustion.ofThreads()),
			Map.entry("exhaust-files", (context, argument) -> Exhaustion.ofFiles()),
			Map.entry("close-files", (context, argument) -> Exhaustion.closeFiles()),
			Map.entry("spread-secrets", (context, argument) -> spreadSecrets(context, argument.split(" "))),
			Map.entry("allocate", (context, argument) -> Heap.allocate(Integer.parseInt(argument))),
			Map.entry("blocked-threads", (context, argument) -> Locks.blockThreads(Integer.parseInt(argument))),
			Map.entry("log", (context, argument) -> log(Integer.parseInt(argument))),
			Map.entry("threads", (context, argument) -> Locks.parkThreads(Integer.parseInt(argument), 1)),
			Map.entry("deep-threads", (context, argument) -> Locks.parkThreads(Integer.parseInt(argument), 5000)),
			Map.entry("virtual-threads", (context, argument) -> Locks.parkVirtualThreads(Integer.parseInt(argument))),
			Map.entry("move-virtual-threads",
					(context, argument) -> Locks.moveVirtualThreads(Integer.parseInt(argument))),
			Map.entry("name-threads", (context, argument) -> Locks.parkThreadsOfBadNames(argument)),
			Map.entry("invoke-jmx", (context, argument) -> Jmx.invoke(Integer.parseInt(argument), answers)),
			Map.entry("jmx", (context, argument) -> Jmx.invoke(argument, answers)),
			Map.entry("add-source", (context, argument) -> SickSource.addTo(context.getEnvironment(), argument)),
			Map.entry("choose", (context, argument) -> CostlySection.choose(argument)),
			Map.entry("allocated", (context, argument) -> answers.println("allocated: " + Heap.allocated())),
			Map.entry("vitals", (context, argument) -> tellVitals()), Map.entry("publish", SickApplication::publish));

	public static void main(String[] args) throws Exception {
		// Their own classes synchronize on themselves, whatever the JDK does
		System.setOut(new StandardStream(FileDescriptor.out));
		System.setErr(new StandardStream(FileDescriptor.err));
		BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));
		ConfigurableApplicationContext context = application().run(args);
		if (context.getEnvironment().containsProperty("sick.stop")) {
			SpringApplication.getShutdownHandlers().add(() -> {
				answers.println("closed");
				hangInStop();
			});
		}
		answers.println("ready");
		for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
			if (line.equals("go on")) {
				stopped = true;
				continue;
			}
			String[] words = line.split(" ", 2);
			COMMANDS.get(words[0]).run(context, (words.length > 1) ? words[1] : "");
			answers.println("done: " + line);
		}
		context.close();
	}

	/**
	 * Prepare to run this application with the library and nothing optional.
	 * @param arguments the arguments
	 * @return a builder
	 */
	public static PatientBuilder patient(String... arguments) {
		return Patient.main(SickApplication.class, ClassPath.ofLibrary())
			.jvm(PatientBuilder.SHORT_LIVED)
			.arguments(arguments);
	}

	/**
	 * Prepare to run this application as a server with all that is optional but
	 * databases.
	 * @param properties how much more configuration it has
	 * @return a builder
	 */
	static PatientBuilder server(int properties) {
		return Patient.main(SickApplication.class, SickServer.CLASS_PATH)
			.jvm(PatientBuilder.SHORT_LIVED)
			.arguments("--spring.main.web-application-type=servlet", "--server.address=127.0.0.1", "--server.port=0")
			.arguments(IntStream.range(0, properties)
				.mapToObj((i) -> "--load.group-" + i % 10 + ".name-" + i + "=value-" + i)
				.toArray(String[]::new));
	}

	/**
	 * Return the argument that gives the application sections.
	 * @param sections the sections
	 * @return the argument
	 */
	static String sections(Collection<SickSection> sections) {
		return "--sick.sections=" + String.join(",", sections.stream().map(SickSection::beanName).toList());
	}

	private static SpringApplication application() {
		SpringApplication application = new SpringApplication(SickApplication.class);
		application.addInitializers((context) -> registerSections((GenericApplicationContext) context));
		return application;
	}

	/**
	 * Hang in the start of the context, until there is a line on stdin.
	 */
	@Bean
	@ConditionalOnProperty("sick.start")
	InitializingBean hangingStart(Environment environment) {
		return () -> {
			if ("full".equals(environment.getProperty("sick.start"))) {
				Metaspace.fill();
			}
			answers.println("hanging");
			hangInStart();
			if ("fails".equals(environment.getProperty("sick.start"))) {
				throw new IllegalStateException("no start today");
			}
		};
	}

	/**
	 * Hang in the end of the context, until there is a line on stdin.
	 */
	@Bean
	@ConditionalOnProperty("sick.destroy")
	DisposableBean hangingEnd() {
		return () -> {
			answers.println("destroying");
			hangInStop();
		};
	}

	@Bean
	@ConditionalOnProperty("sick.costly")
	ReportSection costly() {
		return CostlySection.chosen();
	}

	private static void hangInStart() throws IOException {
		while (System.in.read() != '\n') {
			Thread.onSpinWait();
		}
	}

	/**
	 * Hang until there is a line on stdin.
	 */
	private static void hangInStop() {
		while (!stopped) {
			LockSupport.parkNanos(1_000_000);
		}
	}

	private static void openChild(ConfigurableApplicationContext context) {
		children.add(new SpringApplicationBuilder(SickApplication.class).parent(context)
			.run("--spring.application.name=child"));
	}

	/**
	 * Wait until the first report is prepared, and its thread waits for the first
	 * request. Nothing outside tells that the preparation has begun, so a busy machine is
	 * given time for that.
	 */
	private static void awaitWarmUp() {
		LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
		Locks.awaitFrame("gmr-trigger", "awaitCall");
	}

	/**
	 * Wait until files have been looked at a few times.
	 */
	private static void awaitPolls() {
		LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
	}

	private static void registerSections(GenericApplicationContext context) {
		for (String name : context.getEnvironment().getProperty("sick.sections", String[].class, new String[0])) {
			context.registerBean(name, ReportSection.class, () -> SickSection.ofBean(name));
		}
		if (context.getEnvironment().containsProperty("sick.sink")) {
			context.registerBean("hangingSink", ReportSink.class, () -> (report) -> {
				Locks.waitForEver();
				return null;
			});
		}
	}

	/**
	 * Let a thread create a bean for ever, with the lock of all singletons in its hands.
	 */
	private static void createStuckBean(ConfigurableApplicationContext context) {
		((GenericApplicationContext) context).registerBean("stuck", Object.class, () -> {
			Locks.waitForEver();
			return "never";
		});
		Locks.start("creator", () -> context.getBean("stuck"));
		Locks.awaitFrame("creator", "waitForEver");
	}

	/**
	 * Put secrets where they are not configuration: the name of a thread and an
	 * exception.
	 */
	private static void spreadSecrets(ConfigurableApplicationContext context, String[] secrets) {
		Locks.start("spreader password=" + secrets[3] + " " + secrets[0], Locks::waitForEver);
		RuntimeException cause = new IllegalStateException("cause of it all: token=" + secrets[4] + ", " + secrets[1],
				new IllegalArgumentException("https://user:" + secrets[5] + "@host/"));
		context.getBean(GuruMeditation.class).publish("secrets", cause);
	}

	private static void log(int lines) {
		Log logger = LogFactory.getLog(SickApplication.class);
		for (int i = 0; i < lines; i++) {
			logger.info("line " + i);
		}
	}

	private static void tellVitals() {
		answers.println(Vitals.ofThisJvm().line());
	}

	/**
	 * Publish a number of reports, or as many as it takes until standard error takes one.
	 */
	private static void publish(ConfigurableApplicationContext context, String times) {
		GuruMeditation guruMeditation = context.getBean(GuruMeditation.class);
		int left = times.startsWith("until") ? Integer.MAX_VALUE : Integer.parseInt(times);
		boolean taken = false;
		while (left > 0 && !taken) {
			Publication publication = guruMeditation.publish("again and again");
			taken = left > 1000 && publication.deliveries().stream().allMatch(Delivery::isSuccess);
			left--;
			publication.deliveries()
				.forEach((delivery) -> answers.println("published: " + delivery.sink() + ": " + delivery.error()));
		}
	}

	/**
	 * Makes the application sick.
	 */
	@FunctionalInterface
	private interface Command {

		void run(ConfigurableApplicationContext context, String argument) throws Exception;

	}

	/**
	 * A standard stream that whoever has its monitor can keep from everybody.
	 */
	private static final class StandardStream extends PrintStream {

		private StandardStream(FileDescriptor descriptor) {
			super(new FileOutputStream(descriptor), true);
		}

	}

}
