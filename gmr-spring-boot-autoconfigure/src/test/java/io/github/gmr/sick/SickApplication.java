package io.github.gmr.sick;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;

import io.github.gmr.GuruMeditation;
import io.github.gmr.process.ClassPath;
import io.github.gmr.process.Patient;
import io.github.gmr.process.PatientBuilder;
import io.github.gmr.section.ReportSection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

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
	static final String READY = "(?m)^ready$";

	/**
	 * Takes no lock that a sickness may hold.
	 */
	private static final PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

	private static final Map<String, Command> COMMANDS = Map.ofEntries(
			Map.entry("cross-monitors", (context, argument) -> Locks.crossMonitors()),
			Map.entry("cross-locks", (context, argument) -> Locks.crossLocks()),
			Map.entry("cross-logging", (context, argument) -> Locks.crossLogging()),
			Map.entry("fill-heap-but", (context, argument) -> Heap.fillBut(Integer.parseInt(argument))),
			Map.entry("fill-heap", (context, argument) -> Heap.fillUntilNextLine()),
			Map.entry("empty-heap", (context, argument) -> Heap.empty()),
			Map.entry("create-stuck-bean", (context, argument) -> createStuckBean(context)),
			Map.entry("block-common-pool", (context, argument) -> Locks.blockCommonPool()),
			Map.entry("vitals", (context, argument) -> tellVitals()), Map.entry("publish", SickApplication::publish));

	public static void main(String[] args) throws IOException {
		// Their own classes synchronize on themselves, whatever the JDK does
		System.setOut(new StandardStream(FileDescriptor.out));
		System.setErr(new StandardStream(FileDescriptor.err));
		BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in));
		ConfigurableApplicationContext context = application().run(args);
		answers.println("ready");
		for (String line = stdin.readLine(); line != null; line = stdin.readLine()) {
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
	static PatientBuilder patient(String... arguments) {
		return Patient.main(SickApplication.class, ClassPath.ofLibrary())
			.jvm("-XX:TieredStopAtLevel=1")
			.arguments(arguments);
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

	private static void registerSections(GenericApplicationContext context) {
		for (String name : context.getEnvironment().getProperty("sick.sections", String[].class, new String[0])) {
			context.registerBean(name, ReportSection.class, () -> SickSection.ofBean(name));
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

	private static void tellVitals() {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		String[] descriptors = new File("/proc/self/fd").list();
		answers.printf("vitals: %d %d %d%n", runtime.totalMemory() - runtime.freeMemory(),
				Thread.getAllStackTraces().size(), (descriptors != null) ? descriptors.length : -1);
	}

	private static void publish(ConfigurableApplicationContext context, String times) {
		GuruMeditation guruMeditation = context.getBean(GuruMeditation.class);
		for (int i = 0; i < Integer.parseInt(times); i++) {
			guruMeditation.publish("again and again");
		}
	}

	/**
	 * Makes the application sick.
	 */
	@FunctionalInterface
	private interface Command {

		void run(ConfigurableApplicationContext context, String argument) throws IOException;

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
