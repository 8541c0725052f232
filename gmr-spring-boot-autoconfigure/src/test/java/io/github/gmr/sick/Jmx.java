package io.github.gmr.sick;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import javax.management.MBeanServer;
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

	private static String report() {
		try {
			MBeanServer server = ManagementFactory.getPlatformMBeanServer();
			ObjectName name = server
				.queryNames(new ObjectName("org.springframework.boot:type=Endpoint,name=Gmr,*"), null)
				.iterator()
				.next();
			return (String) server.invoke(name, "report", new Object[0], new String[0]);
		}
		catch (Exception ex) {
			return ex.toString();
		}
	}

}
