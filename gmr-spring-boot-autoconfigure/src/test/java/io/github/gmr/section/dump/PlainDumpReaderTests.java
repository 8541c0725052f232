package io.github.gmr.section.dump;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Relation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PlainDumpReader}.
 */
class PlainDumpReaderTests {

	private final Instant time = Instant.now();

	@Test
	void readTakesThreadsWithStatesStacksAndLocks() throws IOException {
		assertThat(read("""
				#12 "Reference Handler" RUNNABLE TIME
				    at java.base/java.lang.ref.Reference.waitForReferencePendingList(Native Method)

				#14 "Signal Dispatcher" RUNNABLE TIME

				#28 "" virtual TIMED_WAITING TIME
				    at java.base/java.lang.Object.wait0(Native Method)
				    - waiting on <java.lang.Object@6c1a5b54>
				    at com.acme.Orders.await(Orders.java:41)
				    - locked <java.lang.Object@6c1a5b54>
				    - lock is eliminated
				    at com.acme.Orders.run(Orders.java:7)

				#29 "blocked" virtual BLOCKED TIME
				    at com.acme.Orders.enter(Orders.java:51)
				    - waiting to lock <java.lang.Object@6c1a5b54>

				#31 "parked" virtual WAITING TIME
				    at java.base/java.lang.VirtualThread.park(VirtualThread.java:742)
				    - parking to wait for <java.util.concurrent.locks.ReentrantLock$NonfairSync@fc7696c6>

				""")).containsExactly(
				new Read(12, "Reference Handler", false, "RUNNABLE",
						"java.base/java.lang.ref.Reference.waitForReferencePendingList(Native Method)\n", List.of()),
				new Read(14, "Signal Dispatcher", false, "RUNNABLE", "", List.of()),
				new Read(28, "", true, "TIMED_WAITING", """
						java.base/java.lang.Object.wait0(Native Method)
						com.acme.Orders.await(Orders.java:41)
						com.acme.Orders.run(Orders.java:7)
						""", List.of(lock(Relation.WAITING_ON, 0), lock(Relation.LOCKED, 1))),
				new Read(29, "blocked", true, "BLOCKED", "com.acme.Orders.enter(Orders.java:51)\n",
						List.of(lock(Relation.WAITING_TO_LOCK, 0))),
				new Read(31, "parked", true, "WAITING",
						"java.base/java.lang.VirtualThread.park(VirtualThread.java:742)\n",
						List.of(new ThreadLock(Relation.PARKING_TO_WAIT_FOR, 0,
								"java.util.concurrent.locks.ReentrantLock$NonfairSync", 0xfc7696c6, null))));
	}

	@Test
	void readWhenNamesAreOfManyLinesOrLookLikeThreadsTakesThemAsNames() throws IOException {
		String forged = "a\" virtual RUNNABLE 2026-11-23T03:00:00Z\n    at com.acme.Forged.run(Forged.java:1)\n\n#99 \"b";
		String later = "a\" virtual RUNNABLE 9999-12-31T23:59:59Z\n\n#98 \"b";
		String untimed = "a\" virtual\n\n#97 \"b";
		String stack = "x\n    at com.acme.Forged.run(Forged.java:1)";
		String quotes = "\"\" WAITING";
		String bare = "\n\n\u001b[31m\0\r";
		List<String> names = List.of(forged, later, untimed, stack, quotes, bare);
		StringBuilder dump = new StringBuilder("#1 \"main\" RUNNABLE TIME\n\n");
		names.forEach((name) -> dump.append("#7 \"")
			.append(name)
			.append("\" virtual WAITING TIME\n")
			.append("    at com.acme.Orders.run(Orders.java:7)\n\n"));
		List<Read> threads = read(dump.toString());
		assertThat(threads.subList(1, threads.size())).extracting(Read::name).containsExactlyElementsOf(names);
		assertThat(threads.subList(1, threads.size())).extracting(Read::stack)
			.containsOnly("com.acme.Orders.run(Orders.java:7)\n");
	}

	@Test
	void readWhenJdkWritesNoStatesKnowsVirtualThreads() throws IOException {
		assertThat(read("""
				#1 "main"
				      com.acme.Main.main(Main.java:3)

				#22 "" virtual
				      java.base/java.lang.VirtualThread.park(VirtualThread.java:582)
				      com.acme.Orders.run(Orders.java:7)

				""")).containsExactly(new Read(1, "main", false, null, "com.acme.Main.main(Main.java:3)\n", List.of()),
				new Read(22, "", true, null, """
						java.base/java.lang.VirtualThread.park(VirtualThread.java:582)
						com.acme.Orders.run(Orders.java:7)
						""", List.of()));
	}

	@Test
	void readWhenDumpEndsWithinThreadTakesWhatThereIs() throws IOException {
		assertThat(read("#1 \"main\" RUNNABLE TIME\n    at com.acme.Main.main(Main.java:3)")).singleElement()
			.extracting(Read::stack)
			.isEqualTo("com.acme.Main.main(Main.java:3)\n");
		assertThat(read("#1 \"never ends")).isEmpty();
	}

	@Test
	void readWhenThereIsNothingFails() {
		assertThatExceptionOfType(EOFException.class)
			.isThrownBy(() -> new PlainDumpReader(new ByteArrayInputStream(new byte[0]), 256, (thread) -> {
			}).read());
	}

	@Test
	void readKeepsFramesUpToTheDepth() throws IOException {
		List<String> stacks = new ArrayList<>();
		read("#1 \"main\" RUNNABLE TIME\n    at a\n    at b\n    at c\n\n", 2,
				(thread) -> stacks.add(thread.stack() + " of " + thread.depth()));
		assertThat(stacks).containsExactly("a\nb\n of 3");
	}

	private static ThreadLock lock(Relation relation, int depth) {
		return new ThreadLock(relation, depth, "java.lang.Object", 0x6c1a5b54, null);
	}

	private List<Read> read(String threads) throws IOException {
		List<Read> read = new ArrayList<>();
		read(threads, 256, (thread) -> read.add(new Read(thread.id(), thread.name(), thread.virtual(), thread.state(),
				thread.stack().toString(), List.copyOf(thread.locks()))));
		return read;
	}

	private void read(String threads, int maxDepth, ThreadDumpReader.Visitor visitor) throws IOException {
		String dump = "4711\n" + this.time + "\n25.0.3+9-LTS\n\n"
				+ threads.replace("TIME\n", this.time.plusNanos(1) + "\n");
		new PlainDumpReader(new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)), maxDepth, visitor).read();
	}

	private record Read(long id, String name, boolean virtual, @Nullable String state, String stack,
			List<ThreadLock> locks) {

	}

}
