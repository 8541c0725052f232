package io.github.gmr.section.virtual;

import java.time.Duration;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.section.dump.Dumped;
import io.github.gmr.section.lock.LockGraph;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VirtualThreads}.
 */
class VirtualThreadsTests {

	private static final LockGraph NO_LOCKS = new LockGraph();

	@Test
	void largestWhenGroupsDifferInSizeComesFirst() {
		Dumped dump = new Dumped().virtual(1, stack("a")).virtual(2, stack("b")).virtual(3, stack("b"));
		assertThat(dump.readBy(new VirtualThreads(options(100, true))).largest(NO_LOCKS))
			.extracting(VirtualThreadsTests::describe)
			.containsExactly("2 x b(B.java:1)", "1 x a(B.java:1)");
	}

	@Test
	void largestWhenThereAreTooManyGroupsIsBounded() {
		VirtualThreads threads = different(10).readBy(new VirtualThreads(options(3, true)));
		assertThat(threads.largest(NO_LOCKS)).hasSize(3);
		assertThat(threads.size()).isEqualTo(10);
		assertThat(threads.isDropped()).isFalse();
	}

	@Test
	void largestWhenNotGroupedHasEveryThreadAlone() {
		Dumped dump = new Dumped().virtual(1, stack("a")).virtual(2, stack("a"));
		assertThat(dump.readBy(new VirtualThreads(options(100, false))).largest(NO_LOCKS))
			.extracting(VirtualThreadsTests::describe)
			.containsExactly("1 x a(B.java:1)", "1 x a(B.java:1)");
	}

	@Test
	void largestWhenMemoryIsShortKeepsLargeGroups() {
		Dumped dump = new Dumped();
		for (int i = 0; i < 2000; i++) {
			dump.virtual(i, stack((i % 4 == 0) ? "large" : "small" + i));
		}
		VirtualThreads threads = dump.readBy(new VirtualThreads(options(100, true), 100_000));
		assertThat(threads.isDropped()).isTrue();
		assertThat(threads.size()).isLessThan(300);
		assertThat(describe(threads.largest(NO_LOCKS).get(0))).isEqualTo("500 x large(B.java:1)");
	}

	@Test
	void largestWhenGroupIsVeryLargeKeepsFirstThreads() {
		Dumped dump = new Dumped();
		for (int i = 0; i < 1000; i++) {
			dump.virtual(i, stack("a"));
		}
		StackGroup group = dump.readBy(new VirtualThreads(options(100, true))).largest(NO_LOCKS).get(0);
		assertThat(group.size()).isEqualTo(1000);
		assertThat(group.threads()).extracting(ThreadEntry::id).hasSize(100).startsWith(0L, 1L, 2L);
	}

	@Test
	void largestWhenWaitingForDifferentMonitorsKeepsThreadsApart() {
		Dumped dump = new Dumped().virtual(1, "\"state\": \"BLOCKED\", \"blockedOn\": \"com.acme.A@1\", " + stack("a"))
			.virtual(2, "\"state\": \"BLOCKED\", \"blockedOn\": \"com.acme.A@2\", " + stack("a"))
			.virtual(3, "\"state\": \"BLOCKED\", \"blockedOn\": \"com.acme.A@2\", " + stack("a"));
		assertThat(dump.readBy(new VirtualThreads(options(100, true))).largest(NO_LOCKS)).extracting(StackGroup::size)
			.containsExactly(2L, 1L);
	}

	@Test
	void largestWhenOnlyConditionsDifferGroupsThreads() {
		Dumped dump = new Dumped().virtual(1, "\"parkBlocker\": {\"object\": \"com.acme.Condition@1\"}, " + stack("a"))
			.virtual(2, "\"parkBlocker\": {\"object\": \"com.acme.Condition@2\"}, " + stack("a"));
		assertThat(dump.readBy(new VirtualThreads(options(100, true))).largest(NO_LOCKS)).singleElement()
			.satisfies((group) -> assertThat(group.size()).isEqualTo(2));
	}

	@Test
	void largestWhenThreadIsPlatformThreadLeavesItOut() {
		Dumped dump = new Dumped().thread(1, "\"state\": \"RUNNABLE\", " + stack("a"));
		assertThat(dump.readBy(new VirtualThreads(options(100, true))).largest(NO_LOCKS)).isEmpty();
	}

	private static Dumped different(int count) {
		Dumped dump = new Dumped();
		for (int i = 0; i < count; i++) {
			dump.virtual(i, stack("m" + i));
		}
		return dump;
	}

	private static String stack(String method) {
		return "\"stack\": [\"%s(B.java:1)\"]".formatted(method);
	}

	private static GreenThreadsOptions options(int maxGroups, boolean grouped) {
		return new GreenThreadsOptions(Duration.ofSeconds(2), maxGroups, 256, grouped, 10, Duration.ofSeconds(30));
	}

	private static String describe(StackGroup group) {
		return group.size() + " x " + group.frames().get(0);
	}

}
