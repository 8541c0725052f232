package io.github.gmr.sickness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.gmr.GuruMeditation;
import io.github.gmr.section.ReportSection;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Conditions of the application as a whole, and of its reports.
 */
@Configuration(proxyBeanMethods = false)
class StateWard {

	private final AtomicBoolean warehouseDown = new AtomicBoolean();

	private final AtomicBoolean rebuilding = new AtomicBoolean();

	@Bean
	HealthIndicator warehouse() {
		return () -> this.warehouseDown.get() ? Health.down().withDetail("answer", "503").build() : Health.up().build();
	}

	@Bean
	ReportSection orderBook() {
		return () -> {
			if (this.rebuilding.get()) {
				throw new IllegalStateException("The order book is being rebuilt");
			}
			return null;
		};
	}

	@Bean("sick health-check-down")
	Condition warehouseDown() {
		return flag(this.warehouseDown);
	}

	@Bean("well health-check-down")
	Condition warehouseUp() {
		return Condition.NONE;
	}

	@Bean("sick section-missing")
	Condition failingSection() {
		return flag(this.rebuilding);
	}

	@Bean("well section-missing")
	Condition sectionWithNothingToSay() {
		return Condition.NONE;
	}

	@Bean("sick nothing-ran")
	Condition suspended() {
		return () -> suspend(6);
	}

	@Bean("well nothing-ran")
	Condition suspendedForMoment() {
		return () -> suspend(2);
	}

	private static void suspend(int seconds) throws IOException, InterruptedException {
		String commands = "kill -STOP %1$d; sleep %2$d; kill -CONT %1$d".formatted(ProcessHandle.current().pid(),
				seconds);
		new ProcessBuilder("sh", "-c", commands).inheritIO().start().waitFor();
	}

	private static Condition flag(AtomicBoolean flag) {
		return Condition.of(() -> flag.set(true), () -> flag.set(false));
	}

	@Bean("sick liveness-broken")
	Condition brokenApplication(ApplicationEventPublisher events) {
		return Condition.of(() -> say(events, LivenessState.BROKEN), () -> say(events, LivenessState.CORRECT));
	}

	@Bean("well liveness-broken")
	Condition livingApplication(ApplicationEventPublisher events) {
		return () -> say(events, LivenessState.CORRECT);
	}

	@Bean("sick readiness-refused")
	Condition refusingApplication(ApplicationEventPublisher events) {
		return Condition.of(() -> say(events, ReadinessState.REFUSING_TRAFFIC),
				() -> say(events, ReadinessState.ACCEPTING_TRAFFIC));
	}

	@Bean("well readiness-refused")
	Condition readyApplication(ApplicationEventPublisher events) {
		return () -> say(events, ReadinessState.ACCEPTING_TRAFFIC);
	}

	private <S extends AvailabilityState> void say(ApplicationEventPublisher events, S state) {
		AvailabilityChangeEvent.publish(events, this, state);
	}

	@Bean("sick report-undelivered")
	Condition missingDirectory(GuruMeditation guruMeditation, Environment environment) {
		return new FileInPlaceOfDirectory(guruMeditation,
				Path.of(environment.getProperty("gmr.sink.file.directory", "reports")));
	}

	@Bean("well report-undelivered")
	Condition directory() {
		return Condition.NONE;
	}

	@Bean("sick errors-logged")
	Condition manyErrors() {
		return () -> log(12);
	}

	@Bean("well errors-logged")
	Condition someErrors() {
		return () -> log(3);
	}

	private static void log(int errors) {
		for (int i = 1; i <= errors; i++) {
			LogFactory.getLog(StateWard.class).error("Order " + i + " was refused");
		}
	}

	/**
	 * A process that has not become ready, and one that has.
	 */
	@Bean("sick shutdown-hangs")
	Condition hangingEnd(ConfigurableApplicationContext context, Archive archive) {
		return () -> {
			archive.locked = true;
			new Thread(context::close, "closer").start();
			archive.destroying.await();
			Crowd.awaitAge(System.nanoTime(), Duration.ofSeconds(21));
		};
	}

	@Bean("well shutdown-hangs")
	Condition livingContext() {
		return Condition.NONE;
	}

	@Bean
	Archive archive() {
		return new Archive();
	}

	@Bean({ "sick application-not-ready", "well application-not-ready" })
	Condition ready() {
		return Condition.NONE;
	}

	/**
	 * A JVM with the option {@code -Xrs}, and one without it.
	 */
	@Bean({ "sick signals-reduced", "well signals-reduced" })
	Condition option() {
		return Condition.NONE;
	}

	/**
	 * A directory for reports that is none.
	 */
	private record FileInPlaceOfDirectory(GuruMeditation guruMeditation, Path directory) implements Condition {

		@Override
		public void begin() throws Exception {
			if (Files.exists(this.directory)) {
				Files.move(this.directory, aside());
			}
			Files.createFile(this.directory);
		}

		private Path aside() {
			return this.directory.resolveSibling("reports-until-now");
		}

		@Override
		public void end() throws Exception {
			Files.delete(this.directory);
			// A report that arrives has the last word about those that did not
			this.guruMeditation.publish("the directory is there again");
		}

	}

	/**
	 * Something that is not given up as long as it is locked.
	 */
	static class Archive implements DisposableBean {

		private final CountDownLatch destroying = new CountDownLatch(1);

		private volatile boolean locked;

		@Override
		public void destroy() throws InterruptedException {
			this.destroying.countDown();
			while (this.locked) {
				Thread.sleep(Long.MAX_VALUE);
			}
		}

	}

}
