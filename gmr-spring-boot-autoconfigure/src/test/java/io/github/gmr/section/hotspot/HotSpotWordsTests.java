package io.github.gmr.section.hotspot;

import java.util.List;

import io.github.gmr.section.activity.SignificantFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HotSpotState}, {@link HotSpotFrame} and {@link SignificantFrame}.
 */
class HotSpotWordsTests {

	@ParameterizedTest
	@CsvSource({ "RUNNABLE, com.acme.Orders, save, RUNNABLE",
			"BLOCKED, com.acme.Orders, save, BLOCKED (on object monitor)",
			"WAITING, java.lang.Object, wait0, WAITING (on object monitor)",
			"TIMED_WAITING, java.lang.Object, wait, TIMED_WAITING (on object monitor)",
			"WAITING, jdk.internal.misc.Unsafe, park, WAITING (parking)",
			"TIMED_WAITING, java.lang.VirtualThread, parkNanos, TIMED_WAITING (parking)",
			"TIMED_WAITING, java.lang.Thread, sleep0, TIMED_WAITING (sleeping)",
			"WAITING, java.lang.Thread, join, WAITING", "TERMINATED, '', '', TERMINATED" })
	void stateWhenWaitingTellsHow(String state, String topClass, String topMethod, String expected) {
		assertThat(HotSpotState.of(state, topClass, topMethod)).isEqualTo(expected);
	}

	@Test
	void stateWhenVirtualThreadSleepsTellsSo() {
		assertThat(HotSpotState.of("TIMED_WAITING",
				List.of("java.lang.VirtualThread.parkNanos(java.base/VirtualThread.java:784)",
						"java.lang.VirtualThread.sleepNanos(java.base/VirtualThread.java:980)")))
			.isEqualTo("TIMED_WAITING (sleeping)");
	}

	@Test
	void stateWhenThereAreNoFramesIsPlain() {
		assertThat(HotSpotState.of("WAITING", List.of())).isEqualTo("WAITING");
		assertThat(HotSpotState.of("WAITING", List.of("no frame"))).isEqualTo("WAITING");
	}

	@ParameterizedTest
	@CsvSource({ "java.base/java.lang.Thread.run(Thread.java:840), java.lang.Thread.run(java.base/Thread.java:840)",
			"java.base/jdk.internal.misc.Unsafe.park(Native Method), jdk.internal.misc.Unsafe.park(java.base/Native Method)",
			"com.acme.Orders.save(Orders.java:41), com.acme.Orders.save(Orders.java:41)",
			"app//com.acme.Orders.save(Orders.java:41), app//com.acme.Orders.save(Orders.java:41)",
			"com.acme.A$$Lambda/0x1.run(Unknown Source), com.acme.A$$Lambda/0x1.run(Unknown Source)",
			"java.util.A$$Lambda/0x1.run(Unknown Source), java.util.A$$Lambda/0x1.run(Unknown Source)" })
	void frameWhenOfJdkHasModuleWhereHotSpotHasIt(String frame, String expected) {
		assertThat(HotSpotFrame.of(frame)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "java.base, 17, Thread.java, 840, a.B.c(java.base@17/Thread.java:840)",
			"java.base,, Thread.java, 840, a.B.c(java.base/Thread.java:840)", ",, Thread.java, -1, a.B.c(Thread.java)",
			",,, -2, a.B.c(Native Method)", ",,, 5, a.B.c(Unknown Source)" })
	void frameWhenFactsAreMissingTellsTheOthers(String module, String version, String file, int line, String expected) {
		assertThat(HotSpotFrame.of(new StackTraceElement("app", module, version, "a.B", "c", file, line)))
			.isEqualTo(expected);
	}

	@Test
	void tellingFrameWhenApplicationIsOnStackIsItsFirst() {
		assertThat(SignificantFrame.of(List.of("jdk.internal.misc.Unsafe.park(java.base/Native Method)",
				"java.util.concurrent.SynchronousQueue.poll(java.base/SynchronousQueue.java:1)",
				"com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:181)",
				"com.acme.Orders.save(O.java:1)")))
			.startsWith("com.zaxxer.hikari.pool.HikariPool.getConnection(");
	}

	@Test
	void tellingFrameWhenOnlyJdkIsOnStackIsFirstThatDoesMoreThanWait() {
		assertThat(SignificantFrame.of(List.of("jdk.internal.misc.Unsafe.park(java.base/Native Method)",
				"java.util.concurrent.locks.LockSupport.park(java.base/LockSupport.java:1)",
				"java.util.concurrent.LinkedBlockingQueue.take(java.base/LinkedBlockingQueue.java:1)")))
			.startsWith("java.util.concurrent.LinkedBlockingQueue.take(");
		assertThat(SignificantFrame.of(List.of("java.lang.Thread.sleep(java.base/Native Method)")))
			.startsWith("java.lang.Thread.sleep(");
	}

}
