package io.github.gmr.section.pulse;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.github.gmr.section.pulse.ThreadMotion.Pace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ThreadHistory}.
 */
class ThreadHistoryTests {

	private static final long MILLI = 1_000_000;

	private final Used used = new Used();

	private final ThreadHistory history = new ThreadHistory(this.used);

	private long time = -Duration.ofDays(3).toNanos();

	@Test
	void ofWhenNeverLookedAtIsNull() {
		assertThat(now(1)).isNull();
		this.used.start(1);
		assertThat(now(1)).isNull();
		look();
		this.used.start(2);
		assertThat(now(2)).isNull();
	}

	@Test
	void ofWhenNothingIsUsedTellsForHowLong() {
		this.used.start(1);
		look();
		for (int i = 0; i < 8; i++) {
			seconds(5);
			look();
		}
		seconds(1);
		assertThat(now(1)).isEqualTo(new ThreadMotion(0, 0, Pace.STILL, Duration.ofSeconds(41)));
	}

	@Test
	void ofWhenIsWokenInLoopIsStill() {
		this.used.start(1);
		look();
		for (int i = 0; i < 3; i++) {
			seconds(5);
			this.used.add(1, 600_000, 0);
			look();
		}
		this.time += 300 * MILLI;
		this.used.add(1, 120_000, 0);
		assertThat(pace(1)).isEqualTo(Pace.STILL);
		assertThat(now(1).time()).isEqualTo(Duration.ofMillis(15_300));
	}

	@Test
	void ofWhenWaitsAgainAndAgainForShortTimesIsMoving() {
		this.used.start(1);
		this.used.start(2);
		look();
		for (int i = 0; i < 30; i++) {
			seconds(5);
			this.used.add(1, 500_000, 0);
			this.used.waitAgain(1);
			look();
		}
		assertThat(now(1).time()).as("since a count").isLessThan(Duration.ofSeconds(30));
		assertThat(now(2)).isEqualTo(new ThreadMotion(0, 0, Pace.STILL, Duration.ofSeconds(150)));
		this.used.waitAgain(1);
		assertThat(pace(1)).isEqualTo(Pace.MOVING);
	}

	@Test
	void ofWhenManyThreadsShareAllProcessorsIsBusyThatUsesItsPart() {
		int threads = 5 * Runtime.getRuntime().availableProcessors();
		IntStream.rangeClosed(1, threads + 1).forEach(this.used::start);
		look();
		for (int i = 0; i < 8; i++) {
			seconds(5);
			IntStream.rangeClosed(1, threads).forEach((id) -> this.used.add(id, 990 * MILLI, 0));
			this.used.add(threads + 1, 20 * MILLI, 100_000);
			look();
		}
		seconds(5);
		this.used.add(1, 990 * MILLI, 0);
		this.used.add(threads + 1, 20 * MILLI, 100_000);
		assertThat(now(1).pace()).isEqualTo(Pace.BUSY);
		assertThat(now(1).time()).isGreaterThanOrEqualTo(Duration.ofSeconds(35));
		assertThat(pace(threads + 1)).isEqualTo(Pace.MOVING);
	}

	@Test
	void ofWhenUsesAFifthOfAProcessorAndOthersAreFreeIsMoving() {
		this.used.start(1);
		look();
		for (int i = 0; i < 8; i++) {
			seconds(5);
			this.used.add(1, 990 * MILLI, 0);
			look();
		}
		seconds(5);
		this.used.add(1, 990 * MILLI, 0);
		assertThat(pace(1)).isEqualTo(Pace.MOVING);
	}

	/**
	 * As one does that asks a server again and again, which takes some seconds each time.
	 */
	@Test
	void ofWhenAllocatesLittleNowAndThenIsMoving() {
		this.used.start(1);
		look();
		for (int i = 0; i < 30; i++) {
			seconds(5);
			this.used.add(1, 200_000, 1500);
			look();
		}
		assertThat(now(1).time()).as("since a count").isLessThan(Duration.ofSeconds(30));
		this.used.add(1, 0, 24);
		assertThat(pace(1)).isEqualTo(Pace.MOVING);
		looks(12);
		assertThat(pace(1)).isEqualTo(Pace.STILL);
	}

	@Test
	void ofWhenHasWaitedBeforeItStoodStillIsStill() {
		this.used.start(1);
		look();
		seconds(5);
		this.used.add(1, 50 * MILLI, 0);
		this.used.waitAgain(1);
		for (int i = 0; i < 8; i++) {
			look();
			seconds(5);
		}
		assertThat(pace(1)).isEqualTo(Pace.STILL);
	}

	@Test
	void ofWhenWaitsForSomethingElseLongAfterItStoodStillIsStillSinceThen() {
		this.used.start(1);
		looks(40);
		this.used.add(1, 500_000, 0);
		this.used.waitAgain(1);
		assertThat(pace(1)).isEqualTo(Pace.MOVING);
		looks(12);
		assertThat(pace(1)).isEqualTo(Pace.STILL);
		assertThat(now(1).time()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
	}

	@Test
	void lookAsksForWaitsOfThoseThreadsThatMayHaveWaitedAgain() {
		for (int id = 1; id <= 1000; id++) {
			this.used.start(id);
		}
		looks(40);
		assertThat(this.used.asked).isEqualTo(1000);
		for (int i = 0; i < 40; i++) {
			this.used.add(7, 500_000, 0);
			this.used.add(8, 500 * MILLI, 0);
			looks(1);
		}
		assertThat(this.used.asked).as("thread 7 only, which stands still, every 30 s").isBetween(1006, 1008);
	}

	@Test
	void lookListsThreadsAnewWhenSomeHaveStartedOrEnded() {
		this.used.start(1);
		looks(10);
		assertThat(this.used.listed).isOne();
		this.used.start(2);
		looks(2);
		assertThat(pace(2)).isEqualTo(Pace.STILL);
		this.used.end(1);
		looks(10);
		assertThat(now(1)).isNull();
		assertThat(this.used.listed).isEqualTo(3);
	}

	@Test
	void changesOfThisJvmTellWhetherThreadsHaveStartedOrEnded() throws InterruptedException {
		ThreadCounters counters = ThreadCounters.ofJvm();
		Thread thread = new Thread(() -> await(counters));
		long before = counters.changes();
		thread.start();
		assertThat(counters.changes()).isGreaterThan(before);
		long between = counters.changes();
		thread.interrupt();
		thread.join();
		assertThat(counters.changes()).isGreaterThan(between);
	}

	@Test
	void othersHaveUsedWhatIsLeftOfTheProcess() {
		this.used.start(1);
		this.used.start(2);
		look();
		assertThat(others()).isEqualTo(OtherThreads.UNKNOWN);
		seconds(5);
		this.used.add(1, 2000 * MILLI, 0);
		this.used.start(3);
		this.used.add(3, 500 * MILLI, 0);
		this.used.process += 6000 * MILLI;
		look();
		assertThat(others()).isEqualTo(new OtherThreads(70, false));
	}

	@Test
	void othersWhenThreadHasEndedSaysSo() {
		this.used.start(1);
		this.used.start(2);
		look();
		this.used.end(2);
		this.used.start(3);
		looks(1);
		assertThat(others()).isEqualTo(new OtherThreads(0, true));
		looks(1);
		assertThat(others()).isEqualTo(new OtherThreads(0, false));
		this.used.start(4);
		this.used.end(4);
		looks(1);
		assertThat(others()).as("thread 4, which no look has seen").isEqualTo(new OtherThreads(0, true));
	}

	@Test
	void othersWhenNotAllThreadsAreLookedAtIsNull() {
		for (int id = 1; id <= ThreadHistory.MAX; id++) {
			this.used.start(id);
		}
		looks(2);
		assertThat(others()).isEqualTo(OtherThreads.UNKNOWN);
	}

	@Test
	void othersOfThisJvmAreItsCollectorAndCompilers() {
		ThreadHistory history = new ThreadHistory(ThreadCounters.ofJvm());
		List<byte[]> live = IntStream.range(0, 100_000).mapToObj((i) -> new byte[100]).toList();
		long begin = System.nanoTime();
		history.look(begin);
		do {
			System.gc();
			history.look(System.nanoTime());
		}
		while (others(history) < 10 && System.nanoTime() - begin < Duration.ofSeconds(30).toNanos());
		assertThat(others(history)).isGreaterThan(10);
		assertThat(live).isNotEmpty();
	}

	@Test
	void ofWhenAllocatesIsMoving() {
		this.used.start(1);
		look();
		seconds(5);
		this.used.add(1, 500_000, 100_000);
		look();
		seconds(2);
		this.used.add(1, 200_000, 40_000);
		assertThat(pace(1)).isEqualTo(Pace.MOVING);
	}

	@Test
	void ofWhenMovesAgainAfterTheLastLookIsNoLongerStill() {
		this.used.start(1);
		look();
		seconds(5);
		look();
		seconds(2);
		this.used.add(1, 20 * MILLI, 0);
		ThreadMotion motion = now(1);
		assertThat(motion.pace()).isEqualTo(Pace.MOVING);
		assertThat(motion.time()).isEqualTo(Duration.ofSeconds(2));
		assertThat(motion.cpuPercent()).isEqualTo(1);
	}

	@Test
	void ofWhenUsesProcessorTellsShareAndForHowLong() {
		this.used.start(1);
		look();
		seconds(5);
		look();
		for (int i = 0; i < 4; i++) {
			seconds(5);
			this.used.add(1, 4500 * MILLI, 50_000_000);
			look();
		}
		this.time += 10 * MILLI;
		assertThat(pace(1)).as("not running for a moment").isEqualTo(Pace.BUSY);
		assertThat(now(1).time()).isEqualTo(Duration.ofMillis(20_010));
		assertThat(now(1).cpuPercent()).isBetween(89.0, 91.0);
		assertThat(now(1).allocatedBytesPerSecond()).isBetween(9_900_000L, 10_000_000L);
	}

	@Test
	void ofWhenOthersComeAndGoKnowsThoseThatStay() {
		for (int id = 10; id < 2000; id += 2) {
			this.used.start(id);
		}
		look();
		for (int round = 0; round < 10; round++) {
			seconds(5);
			for (int id = 10; id < 600; id += 2) {
				this.used.end(id + 300 * round % 1000 / 2 * 2);
			}
			this.used.start(3000 + round);
			this.used.start(11 + 2 * round);
			this.used.start(1800);
			look();
		}
		assertThat(now(1800).time()).isEqualTo(Duration.ofSeconds(50));
		assertThat(now(3009).pace()).isEqualTo(Pace.STILL);
		assertThat(now(3000).time()).isEqualTo(Duration.ofSeconds(45));
		assertThat(now(11).time()).isEqualTo(Duration.ofSeconds(45));
		assertThat(now(10)).isNull();
	}

	@Test
	void lookWhenThereAreTooManyThreadsKnowsTheOldest() {
		for (int id = 1; id <= ThreadHistory.MAX + 10; id++) {
			this.used.start(id);
		}
		look();
		assertThat(now(ThreadHistory.MAX)).isNotNull();
		assertThat(now(ThreadHistory.MAX + 1)).isNull();
	}

	@Test
	void ofWhenAnotherLookFollowsStaysAsItIs() {
		this.used.start(1);
		look();
		seconds(5);
		look();
		ThreadHistory.Motions motions = this.history.motions(this.time);
		for (int i = 0; i < 5; i++) {
			seconds(5);
			this.used.add(1, 4500 * MILLI, 0);
			look();
		}
		assertThat(motions.of(1, 0, 0, 0).pace()).isEqualTo(Pace.STILL);
	}

	@Test
	void ofThreadOfThisJvmThatWaitsIsStill() throws InterruptedException {
		ThreadHistory history = new ThreadHistory(ThreadCounters.ofJvm());
		Object lock = new Object();
		Thread thread = new Thread(() -> await(lock));
		thread.setDaemon(true);
		thread.start();
		while (thread.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		history.look(0);
		history.look(Duration.ofSeconds(5).toNanos());
		long[] ids = { thread.getId() };
		ThreadCounters counters = ThreadCounters.ofJvm();
		assertThat(history.motions(Duration.ofSeconds(6).toNanos())
			.of(ids[0], counters.cpu(ids)[0], counters.allocated(ids)[0], counters.waits(ids)[0]))
			.isEqualTo(new ThreadMotion(0, 0, Pace.STILL, Duration.ofSeconds(6)));
		thread.interrupt();
	}

	private static void await(Object lock) {
		synchronized (lock) {
			try {
				lock.wait();
			}
			catch (InterruptedException ex) {
				// The end of the test
			}
		}
	}

	private OtherThreads others() {
		return this.history.motions(this.time).others();
	}

	private static double others(ThreadHistory history) {
		return history.motions(System.nanoTime()).others().cpuPercent();
	}

	private void looks(int count) {
		for (int i = 0; i < count; i++) {
			seconds(5);
			look();
		}
	}

	private void look() {
		this.history.look(this.time);
	}

	private void seconds(int seconds) {
		this.time += Duration.ofSeconds(seconds).toNanos();
	}

	private @Nullable Pace pace(long id) {
		ThreadMotion motion = now(id);
		return (motion != null) ? motion.pace() : null;
	}

	private @Nullable ThreadMotion now(long id) {
		long[] ids = { id };
		return this.history.motions(this.time)
			.of(id, this.used.cpu(ids)[0], this.used.allocated(ids)[0], this.used.waits(ids)[0]);
	}

	/**
	 * Threads that have used what a test says.
	 */
	private static final class Used implements ThreadCounters {

		private final TreeMap<Long, long[]> used = new TreeMap<>();

		private long changes;

		private int listed;

		private int asked;

		private long process;

		void start(long id) {
			this.changes += (this.used.putIfAbsent(id, new long[3]) == null) ? 1 : 0;
		}

		void end(long id) {
			this.changes += (this.used.remove(id) != null) ? 1 : 0;
		}

		@Override
		public long processCpu() {
			return this.process;
		}

		@Override
		public long changes() {
			return this.changes;
		}

		void add(long id, long cpu, long allocated) {
			this.used.get(id)[0] += cpu;
			this.used.get(id)[1] += allocated;
		}

		@Override
		public long[] ids() {
			this.listed++;
			return this.used.descendingKeySet().stream().mapToLong(Long::longValue).toArray();
		}

		@Override
		public long[] cpu(long[] ids) {
			return values(ids, 0);
		}

		void waitAgain(long id) {
			this.used.get(id)[2]++;
		}

		@Override
		public long[] allocated(long[] ids) {
			return values(ids, 1);
		}

		@Override
		public long[] waits(long[] ids) {
			this.asked += ids.length;
			return values(ids, 2);
		}

		private long[] values(long[] ids, int index) {
			long[] values = new long[ids.length];
			for (int i = 0; i < ids.length; i++) {
				long[] used = this.used.get(ids[i]);
				values[i] = (used != null) ? used[index] : -1;
			}
			return values;
		}

	}

}
