package io.github.gmr.sick;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Calls the endpoint's MBean.
 */
final class Jmx {

	private Jmx() {
	}

	/**
	 * Call the endpoint from many threads at once.
	 * @param times how many
	 * @param answers where to tell how many whole reports came back
	 */
	static void invoke(int times, PrintStream answers) {
		Executor threads = (task) -> Locks.start("jmx", task);
		List<CompletableFuture<String>> calls = new ArrayList<>();
		for (int i = 0; i < times; i++) {
			calls.add(CompletableFuture.supplyAsync(Jmx::report, threads));
		}
		long whole = calls.stream()
			.map(CompletableFuture::join)
			.filter((report) -> report.contains("End of Guru Meditation"))
			.count();
		answers.println("answers: " + whole + " whole");
	}

	/**
	 * Call an operation of each MBean of the endpoint.
	 * @param call the operation and, if it has one, its argument
	 * @param answers where to tell what came back
	 */
	static void invoke(String call, PrintStream answers) {
		String[] words = call.split(" ");
		try {
			for (ObjectName name : names()) {
				answers.println("asked: " + name);
				answers.println(invoke(name, words[0], Arrays.copyOfRange(words, 1, words.length)));
			}
		}
		catch (JMException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String report() {
		try {
			return invoke(names().iterator().next(), "report");
		}
		catch (JMException ex) {
			return ex.toString();
		}
	}

	private static Set<ObjectName> names() throws MalformedObjectNameException {
		return ManagementFactory.getPlatformMBeanServer()
			.queryNames(new ObjectName("org.springframework.boot:type=Endpoint,name=Gmr,*"), null);
	}

	private static String invoke(ObjectName name, String operation, String... arguments) throws JMException {
		String[] signature = Stream.of(arguments).map((argument) -> String.class.getName()).toArray(String[]::new);
		return (String) ManagementFactory.getPlatformMBeanServer().invoke(name, operation, arguments, signature);
	}

}
