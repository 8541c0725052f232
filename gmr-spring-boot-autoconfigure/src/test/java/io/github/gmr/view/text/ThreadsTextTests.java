package io.github.gmr.view.text;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Threads.Kind;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.content.thread.VirtualThreadFacts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadsText}.
 */
class ThreadsTextTests {

	private static final String CONDITION = "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject";

	@Test
	void writeWhenPlatformThreadsWritesHotSpotLayout() throws IOException {
		ThreadLock awaited = new ThreadLock(Relation.WAITING_TO_LOCK, 0, "com.acme.Orders", 0x1b2c6cd2,
				new Owner(32, "exec-2"));
		ThreadLock held = new ThreadLock(Relation.LOCKED, 1, "com.acme.Cart", 0xff, null);
		StackGroup blocked = new StackGroup("BLOCKED (on object monitor)", 1,
				List.of(new ThreadEntry(31, "http-nio-8080-exec-1",
						facts(new ThreadUsage(12_345_678L, null, 1_264_000L, 3, 7)), List.of(awaited, held))),
				List.of("com.acme.Orders.save(Orders.java:41)", "com.acme.Cart.buy(Cart.java:7)"), true);
		StackGroup idle = new StackGroup("WAITING (parking)", 2, List.of(idle(40, 0xa), idle(41, 0xb)),
				List.of("jdk.internal.misc.Unsafe.park(java.base@17/Native Method)"), false);
		Fields summary = Content.fields((fields) -> {
			fields.add(Content.critical("Deadlock of 2 threads"));
			fields.add("threads", 3).add("states", (states) -> states.add("BLOCKED", 1).add("WAITING", 2));
		});
		Threads threads = new Threads(Kind.PLATFORM, "OpenJDK 64-Bit Server VM (17.0.15+6 mixed mode)", summary,
				List.of(blocked, idle), 0);
		assertThat(write(threads)).isEqualTo("""
				finding = CRITICAL: Deadlock of 2 threads
				threads = 3
				states =\s
				  BLOCKED = 1
				  WAITING = 2

				Full thread dump OpenJDK 64-Bit Server VM (17.0.15+6 mixed mode):

				------                         Thread #31                         ------
				"http-nio-8080-exec-1" #31 daemon prio=5 cpu=12.34ms allocated=1234K blocked=3 waited=7
				   java.lang.Thread.State: BLOCKED (on object monitor)
				\tat com.acme.Orders.save(Orders.java:41)
				\t- waiting to lock <0x000000001b2c6cd2> (a com.acme.Orders) owned by "exec-2" #32
				\tat com.acme.Cart.buy(Cart.java:7)
				\t- locked <0x00000000000000ff> (a com.acme.Cart)
				\t...

				------                         Thread #40                         ------
				"idle-40" #40 daemon prio=5 blocked=0 waited=1 waiting on condition
				"idle-41" #41 daemon prio=5 blocked=0 waited=1 waiting on condition
				   java.lang.Thread.State: WAITING (parking)
				\tat jdk.internal.misc.Unsafe.park(java.base@17/Native Method)
				\t- parking to wait for  <0x000000000000000a> (a %s), one of 2

				""".formatted(CONDITION));
	}

	@Test
	void writeWhenVirtualThreadsAreTooManySaysHowManyAreNotShown() throws IOException {
		StackGroup group = new StackGroup("WAITING (parking)", 100_000,
				List.of(new ThreadEntry(4711, "", new VirtualThreadFacts(26L, null), List.of())),
				List.of("java.lang.VirtualThread.park(java.base/VirtualThread.java:742)"), false);
		Threads threads = new Threads(Kind.VIRTUAL, "VM", Content.fields((fields) -> {
		}), List.of(group), 5);
		assertThat(write(threads)).isEqualTo("""

				Full thread dump VM:

				------                        Green Thread                        ------
				"" #4711 virtual carrier=#26
				... 99999 more threads with this stack
				   java.lang.Thread.State: WAITING (parking)
				\tat java.lang.VirtualThread.park(java.base/VirtualThread.java:742)

				... 5 more threads
				""");
	}

	@Test
	void writeWhenNameHasLineBreakKeepsItOnOneLine() throws IOException {
		StackGroup group = new StackGroup("RUNNABLE", 1,
				List.of(new ThreadEntry(1, "x\n====\r", facts(new ThreadUsage(null, null, null, 0, 0)), List
					.of(new ThreadLock(Relation.WAITING_TO_LOCK, -1, "com.acme.Orders", 1, new Owner(2, "\n===="))))),
				List.of(), false);
		Threads threads = new Threads(Kind.PLATFORM, "VM", Content.fields((fields) -> fields.add("\n====", "\n====")),
				List.of(group), 0);
		assertThat(write(threads)).doesNotContain("\n====").contains("\"x\\n====\\r\" #1 ");
	}

	private static ThreadEntry idle(long id, int identity) {
		return new ThreadEntry(id, "idle-" + id, facts(new ThreadUsage(null, null, null, 0, 1)),
				List.of(new ThreadLock(Relation.PARKING_TO_WAIT_FOR, 0, CONDITION, identity, null)));
	}

	private static PlatformThreadFacts facts(ThreadUsage usage) {
		return new PlatformThreadFacts(true, 5, false, false, usage, null);
	}

	private static String write(Threads threads) throws IOException {
		StringWriter out = new StringWriter();
		new ThreadsText(threads).write(out);
		return out.toString();
	}

}
