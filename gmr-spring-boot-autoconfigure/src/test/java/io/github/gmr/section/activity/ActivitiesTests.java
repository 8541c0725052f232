package io.github.gmr.section.activity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Activities} with stacks that no recording has.
 */
class ActivitiesTests {

	private static final String PARK = "jdk.internal.misc.Unsafe.park(java.base@17/Native Method)";

	private static final String AWAIT = "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.awaitNanos(java.base@17/AbstractQueuedSynchronizer.java:1679)";

	private static final String POLL = "java.util.concurrent.LinkedBlockingQueue.poll(java.base@17/LinkedBlockingQueue.java:460)";

	private static final String SEND = "com.acme.Shop.sell(Shop.java:7)";

	private final Activities activities = new Activities(new ApplicationCode(List.of("com.acme")));

	@Test
	void placeIsTopmostFrameOfApplication() {
		Activity activity = of(PARK, "java.util.concurrent.FutureTask.get(java.base@17/FutureTask.java:190)",
				"org.springframework.util.Wrapper.get(Wrapper.java:3)", "com.acme.Orders.find(Orders.java:41)", SEND);
		assertThat(activity.kind()).isEqualTo(ActivityKind.FUTURE);
		assertThat(activity.place()).isEqualTo("com.acme.Orders.find(Orders.java:41)");
		assertThat(activity.own()).isTrue();
		assertThat(activity.frame()).isEqualTo("java.util.concurrent.FutureTask.get(java.base@17/FutureTask.java:190)");
	}

	@Test
	void placeWithoutApplicationIsFrameThatSaysMost() {
		Activity activity = of(PARK, "org.springframework.util.Wrapper.get(Wrapper.java:3)");
		assertThat(activity.place()).isEqualTo("org.springframework.util.Wrapper.get(Wrapper.java:3)");
		assertThat(activity.own()).isFalse();
	}

	@Test
	void framesBelowApplicationSayNothing() {
		assertThat(of(PARK, AWAIT, POLL, SEND, "java.util.concurrent.ThreadPoolExecutor.getTask(A.java:1)").words())
			.isEqualTo("waits for an element of a queue");
		assertThat(of(PARK, AWAIT, "a.b.c(Unknown Source)", "com.zaxxer.hikari.pool.HikariPool.getConnection(H.java:1)")
			.kind()).isEqualTo(ActivityKind.CONDITION);
	}

	@Test
	void queueThatUnknownLibraryPollsIsNotIdle() {
		assertThat(of(PARK, AWAIT, POLL, SEND).kind()).isEqualTo(ActivityKind.IDLE);
		assertThat(of(PARK, AWAIT, POLL, "com.zaxxer.hikari.pool2.Shelf.borrow(Shelf.java:3)", SEND).kind())
			.isEqualTo(ActivityKind.EMPTY_QUEUE);
	}

	@Test
	void stackOfObfuscatedFramesIsReadToTheFirstOfThem() {
		assertThat(of(PARK, AWAIT, POLL, "a.a.a.b(Unknown Source)", "a.a.c.run(Unknown Source)").kind())
			.isEqualTo(ActivityKind.IDLE);
		assertThat(of(PARK, "a.a.a.b(Unknown Source)", "java.util.concurrent.Semaphore.acquire(S.java:1)"))
			.satisfies((activity) -> {
				assertThat(activity.kind()).isEqualTo(ActivityKind.UNKNOWN);
				assertThat(activity.place()).isEqualTo("a.a.a.b(Unknown Source)");
			});
	}

	@Test
	void classThatImitatesPoolIsNone() {
		assertThat(of(PARK, AWAIT, "com.acme.HikariPool.getConnection(HikariPool.java:3)", SEND).words())
			.isEqualTo("waits for a condition");
		assertThat(of(PARK, AWAIT, "org.apache.evil.com.zaxxer.hikari.pool.HikariPool.getConnection(H.java:3)").words())
			.isEqualTo("waits for a condition");
	}

	@Test
	void waitThatIsNotKnownIsUnknownWithItsFrame() {
		Activity activity = of("com.acme.Magic.pause(Native Method)", SEND);
		assertThat(activity.kind()).isEqualTo(ActivityKind.UNKNOWN);
		assertThat(activity.frame()).isEqualTo("com.acme.Magic.pause(Native Method)");
	}

	@Test
	void stackThatIsCutIsUnknown() {
		assertThat(of(PARK).kind()).isEqualTo(ActivityKind.UNKNOWN);
		assertThat(of().kind()).isEqualTo(ActivityKind.UNKNOWN);
		assertThat(this.activities.of("RUNNABLE", List.of()).words()).isEqualTo("runs no Java code");
	}

	@Test
	void runnableThreadRunsUnlessItIsInNativeWait() {
		assertThat(this.activities.of("RUNNABLE", List.of(SEND)).words()).isEqualTo("runs");
		assertThat(this.activities
			.of("RUNNABLE", List.of("java.util.HashMap.getNode(java.base@17/HashMap.java:579)", SEND))
			.kind()).isEqualTo(ActivityKind.RUNNING);
		assertThat(this.activities.of(null, List.of(SEND)).words()).isEqualTo("runs or waits for a monitor");
	}

	@Test
	void framesThatAreNoneAreUnknown() {
		assertThat(of("", "(", ".", "()", ".(", "\u0000", "a..b(").kind()).isEqualTo(ActivityKind.UNKNOWN);
	}

	@Test
	void stackOfTenThousandFramesHasItsKind() {
		List<String> frames = new ArrayList<>(List.of(PARK, AWAIT));
		frames.addAll(Collections.nCopies(10_000, "org.springframework.util.Wrapper.get(Wrapper.java:3)"));
		assertThat(of(frames.toArray(String[]::new)).kind()).isEqualTo(ActivityKind.CONDITION);
	}

	@Test
	void wordsHaveNumber() {
		Activity activity = of(PARK, AWAIT, POLL, SEND);
		assertThat(activity.words(1)).isEqualTo("1 waits for an element of a queue");
		assertThat(activity.words(180)).isEqualTo("180 wait for an element of a queue");
		assertThat(this.activities.of("RUNNABLE", List.of(SEND)).words(12)).isEqualTo("12 run");
	}

	private Activity of(String... frames) {
		return this.activities.of("WAITING (parking)", List.of(frames));
	}

}
