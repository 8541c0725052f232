package io.github.gmr.hospital;

import com.acme.Rates;
import io.github.gmr.remote.Remote;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/**
 * Applications that do not start or end.
 */
final class Life {

	private Life() {
	}

	@Sick(value = "the start hangs, as a bean waits for an answer",
			says = { "not ready|start", "com\\.acme\\.Rates\\.afterPropertiesSet\\(Rates\\.java:\\d+\\)",
					"for |since" })
	@Setup(with = Slow.class)
	static void startHangs() {
		// Never here
	}

	/**
	 * Rates that are not told.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Slow {

		@Bean
		Rates rates() {
			return new Rates(Hospital::sick);
		}

	}

	@Sick(value = "the start hangs at a runner",
			says = { "not ready|start", "Life\\$Runner\\.run\\(Life\\.java:\\d+\\)" })
	@Setup(with = Runner.class)
	static void runnerHangs() {
		// Never here
	}

	/**
	 * Waits for an answer before the application is ready.
	 */
	static class Runner implements ApplicationRunner {

		@Override
		public void run(ApplicationArguments args) throws Exception {
			Hospital.sick();
			Remote.ask();
		}

	}

	@Sick(value = "the start hangs at a listener of the refreshed context",
			says = { "not ready|start", "Life\\$Listener\\.warm\\(Life\\.java:\\d+\\)" })
	@Setup(with = Listener.class)
	static void listenerHangs() {
		// Never here
	}

	/**
	 * Fills a cache when the context is refreshed.
	 */
	static class Listener {

		@EventListener(ContextRefreshedEvent.class)
		void warm() throws Exception {
			Hospital.sick();
			Remote.ask();
		}

	}

	@Sick(value = "the end hangs, as a bean waits for an answer",
			says = { "clos|end|shut", "Life\\$Keeper\\.destroy\\(Life\\.java:\\d+\\)", "for |since" })
	@Setup(with = Keeper.class)
	static void endHangs(ConfigurableApplicationContext context) {
		new Thread(context::close, "closer").start();
	}

	/**
	 * A bean that waits for an answer when it is destroyed.
	 */
	static class Keeper implements DisposableBean {

		@Override
		public void destroy() throws Exception {
			Remote.ask();
		}

	}

	@Sick(value = "the end hangs in a hook of the JVM",
			says = { "clos|end|shut|exit", "Life\\.flush\\(Life\\.java:\\d+\\)" })
	static void hookHangs() {
		Runtime.getRuntime().addShutdownHook(new Thread(Life::flush, "flush-hook"));
		new Thread(() -> System.exit(0), "stopper").start();
	}

	private static void flush() {
		try {
			Remote.ask();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Sick(value = "a hook of the JVM calls System.exit, which waits for the hook",
			says = { "clos|end|shut|exit", "Life\\.exitAgain\\(Life\\.java:\\d+\\)" })
	static void exitInHook() {
		Runtime.getRuntime().addShutdownHook(new Thread(Life::exitAgain, "exit-hook"));
		new Thread(() -> System.exit(0), "stopper").start();
	}

	private static void exitAgain() {
		System.exit(1);
	}

	@Sick(value = "a bean calls System.exit when it is destroyed at the end of the JVM",
			says = { "clos|end|shut|exit", "Life\\$Quitter\\.destroy\\(Life\\.java:\\d+\\)" })
	@Setup(with = Quitter.class)
	static void exitInBean() {
		new Thread(() -> System.exit(0), "stopper").start();
	}

	/**
	 * Ends the JVM once more.
	 */
	static class Quitter implements DisposableBean {

		@Override
		public void destroy() {
			System.exit(1);
		}

	}

	@Sick(value = "a graceful end waits for a request that does not end",
			says = { "clos|end|shut", "request|/order|Life\\.sell\\(" })
	@Setup(settings = { "server.shutdown=graceful", "spring.lifecycle.timeout-per-shutdown-phase=10m" })
	static void gracefulEnd(Desk desk, ConfigurableApplicationContext context) throws Exception {
		desk.serves(Life::sell).visitedBy(1);
		Thread.sleep(1000);
		new Thread(context::close, "closer").start();
	}

	private static Object sell() throws Exception {
		return Remote.ask();
	}

	@Sick(value = "the end hangs, as a part of the life cycle does not stop",
			says = { "clos|end|shut", "Life\\$Pump\\.stop\\(Life\\.java:\\d+\\)" })
	@Setup(with = Pump.class)
	static void lifecycleHangs(ConfigurableApplicationContext context) {
		new Thread(context::close, "closer").start();
	}

	/**
	 * Does not stop.
	 */
	static class Pump implements SmartLifecycle {

		@Override
		public void start() {
			// Runs
		}

		@Override
		public void stop() {
			flush();
		}

		@Override
		public boolean isRunning() {
			return true;
		}

	}

}
