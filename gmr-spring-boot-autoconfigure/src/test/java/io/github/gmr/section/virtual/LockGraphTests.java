package io.github.gmr.section.virtual;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.dump.Dumped;
import io.github.gmr.section.lock.Deadlocks;
import io.github.gmr.section.lock.LockCycle;
import io.github.gmr.section.lock.LockGraph;
import io.github.gmr.section.lock.LockWait;
import io.github.gmr.section.lock.Whereabouts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link LockGraph}, {@link LockCycle} and {@link VirtualDeadlocks}.
 */
class LockGraphTests {

	private static final Whereabouts NOWHERE = new Whereabouts(List.of(),
			new ThreadActivities(List.of(), new ApplicationCode(List.of())));

	private static final String LOCK = "java.util.concurrent.locks.ReentrantLock$NonfairSync";

	@Test
	void cyclesWhenThreeThreadsWaitForEachOtherFindsOne() {
		LockGraph graph = new Dumped().virtual(1, owns("A") + blockedOn("B"))
			.virtual(2, owns("B") + blockedOn("C"))
			.thread(3, "\"state\": \"BLOCKED\", " + owns("C") + blockedOn("A"))
			.virtual(4, blockedOn("A"))
			.readBy(new LockGraph());
		assertThat(graph.cycles()).singleElement()
			.extracting((cycle) -> new Deadlocks(graph.waits(), NOWHERE).certain(cycle).details())
			.satisfies((details) -> {
				assertThat(details.chain()).containsExactly(
						"\"t-1\" #1 waits for %s held by \"t-2\" #2".formatted(word("B")),
						"\"t-2\" #2 waits for %s held by \"t-3\" #3".formatted(word("C")),
						"\"t-3\" #3 waits for %s held by \"t-1\" #1".formatted(word("A")));
				assertThat(details.holders()).containsExactly(1L, 2L, 3L);
				assertThat(details.threads()).containsExactly(1L, 2L, 3L, 4L);
			});
	}

	@Test
	void cyclesWhenOnlyPlatformThreadsAreDeadlockedFindsNone() {
		LockGraph graph = new Dumped().thread(1, "\"state\": \"BLOCKED\", " + owns("A") + blockedOn("B"))
			.thread(2, "\"state\": \"BLOCKED\", " + owns("B") + blockedOn("A"))
			.readBy(new LockGraph());
		assertThat(graph.cycles()).isEmpty();
	}

	@Test
	void cyclesWhenMonitorIsReleasedByWaitingFindsNone() {
		LockGraph graph = new Dumped().virtual(1, owns("A") + "\"waitingOn\": \"A@a\", \"state\": \"WAITING\"")
			.virtual(2, owns("B") + blockedOn("A"))
			.readBy(new LockGraph());
		assertThat(graph.cycles()).isEmpty();
		assertThat(graph.holder(new LockId("A", 0xa))).isNull();
	}

	@Test
	void cyclesWhenThreadEntersMonitorAgainAfterWaitingFindsNone() {
		LockGraph graph = new Dumped().virtual(1, owns("A") + blockedOn("A")).readBy(new LockGraph());
		assertThat(graph.cycles()).isEmpty();
	}

	@Test
	void cyclesWhenDumpTellsOwnerOfLockFindsOne() {
		LockGraph graph = new Dumped().virtual(1, parkedOn(1, ", \"owner\": 2"))
			.virtual(2, parkedOn(2, ", \"owner\": 1"))
			.readBy(new LockGraph());
		assertThat(graph.cycles()).singleElement().satisfies((cycle) -> assertThat(cycle.waits()).hasSize(2));
		assertThat(graph.unknownHolders()).isZero();
	}

	@Test
	void cyclesWhenHoldersOfLocksAreLearntFindsOne() {
		LockGraph graph = new Dumped().virtual(1, blockedOn("A"))
			.thread(2, "\"state\": \"WAITING\", " + owns("A") + parkedOn(1, ""))
			.readBy(new LockGraph());
		assertThat(graph.cycles()).isEmpty();
		assertThat(graph.unknownHolders()).isOne();
		graph.complete((threads) -> {
			assertThat(threads).containsExactly(2L);
			return Map.of(new LockId(LOCK, 1), new Owner(1, "t-1"));
		});
		assertThat(graph.cycles()).hasSize(1);
		assertThat(graph.platformWaits()).singleElement()
			.satisfies((wait) -> assertThat(wait.waiter()).isEqualTo(new Owner(2, "t-2")));
	}

	@Test
	void findingsWhenSecondDumpShowsCycleAgainAreCritical() {
		assertThat(VirtualDeadlocks.of(List.of(cycle(1, 2)), List.of(cycle(2, 1)), true).findings(List.of(), NOWHERE))
			.extracting(Finding::severity, Finding::next)
			.containsExactly(tuple(Severity.CRITICAL, "Green Threads"));
	}

	@Test
	void findingsWhenSecondDumpDoesNotShowCycleAreNone() {
		assertThat(VirtualDeadlocks.of(List.of(cycle(1, 2)), List.of(cycle(1, 3)), true).findings(List.of(), NOWHERE))
			.isEmpty();
	}

	@Test
	void findingsWhenThereIsNoTimeForSecondDumpAreWarnings() {
		assertThat(VirtualDeadlocks.of(List.of(cycle(1, 2)), List.of(), false).findings(List.of(), NOWHERE))
			.singleElement()
			.satisfies((finding) -> assertThat(finding.summary()).isEqualTo("Possible deadlock of 2 threads"))
			.extracting(Finding::severity)
			.isEqualTo(Severity.WARNING);
	}

	private static LockCycle cycle(int one, int two) {
		return new LockCycle(List.of(wait(one, two), wait(two, one)));
	}

	private static LockWait wait(int waiter, int holder) {
		return new LockWait(new Owner(waiter, ""), new LockId("A", holder), new Owner(holder, ""));
	}

	private static String owns(String monitor) {
		return "\"monitorsOwned\": [{\"depth\": 1, \"locks\": [\"%s\"]}], ".formatted(object(monitor));
	}

	private static String blockedOn(String monitor) {
		return "\"blockedOn\": \"%s\"".formatted(object(monitor));
	}

	private static String parkedOn(int lock, String owner) {
		return "\"parkBlocker\": {\"object\": \"%s@%x\"%s}".formatted(LOCK, lock, owner);
	}

	private static String object(String monitor) {
		return monitor + "@" + Integer.toHexString(Character.getNumericValue(monitor.charAt(0)));
	}

	private static String word(String monitor) {
		return "<0x000000000000000%s> (a %s)".formatted(monitor.toLowerCase(Locale.ROOT), monitor);
	}

}
