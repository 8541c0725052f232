package io.github.gmr.section.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NamedThreads} and {@link ActivityCounts}.
 */
class NamedThreadsTests {

	private static final Activity IDLE = new Activity(ActivityKind.IDLE, "waits for a task", "f", "f", false);

	private static final Activity RUNS = new Activity(ActivityKind.RUNNING, "runs", "f", "com.acme.Shop.sell(S:1)",
			true);

	private final List<ThreadActivity> threads = new ArrayList<>();

	@Test
	void ofPutsThreadsTogetherWhoseNamesDifferInTheirLastNumber() {
		add(IDLE, "pool-7-thread-1", "pool-7-thread-12", "pool-8-thread-1", "http-nio-8080-exec-3",
				"http-nio-8080-exec-4", "ForkJoinPool.commonPool-worker-1", "main", "RMI TCP Connection(3)-idle",
				"RMI TCP Connection(4)-idle", "", "7");
		assertThat(NamedThreads.of(this.threads, ThreadExecutors.NONE)).extracting(NamedThreads::name)
			.containsExactly("pool-7-thread-*", "pool-8-thread-*", "http-nio-8080-exec-*",
					"ForkJoinPool.commonPool-worker-*", "main", "RMI TCP Connection(*)-idle", "", "*");
		assertThat(NamedThreads.of(this.threads, ThreadExecutors.NONE).get(0).ids()).containsExactly(0L, 1L);
	}

	@Test
	void ofPutsThreadsOfOneExecutorTogetherWhateverTheirNames() {
		add(IDLE, "task-1", "task-2", "task-3", "task-1", "import of 2026", "task-9");
		List<String> executors = Arrays.asList("mails", "mails", "prints", null, "prints", null);
		List<NamedThreads> groups = NamedThreads.of(this.threads, (thread) -> executors.get((int) thread));
		assertThat(groups).extracting(NamedThreads::title).containsExactly("mails (task-*)", "prints", "task-*");
		assertThat(groups).extracting(NamedThreads::ids)
			.containsExactly(List.of(0L, 1L), List.of(2L, 4L), List.of(3L, 5L));
	}

	@Test
	void commonIsWhatAllDoUnlessTheyAreIdle() {
		add(waits(1), "a-1", "a-2");
		add(waits(1), "b-1");
		add(waits(2), "b-2");
		add(IDLE, "c-1", "c-2");
		List<NamedThreads> groups = NamedThreads.of(this.threads, ThreadExecutors.NONE);
		assertThat(groups.get(0).common()).isEqualTo(waits(1));
		assertThat(groups.get(1).common()).isNull();
		assertThat(groups.get(2).common()).isNull();
		assertThat(groups.get(2).idle()).isEqualTo(2);
	}

	@Test
	void wordsCountWhatThreadsDoMostOfThemFirst() {
		add(waits(1), "a-1");
		add(IDLE, "a-2", "a-3");
		add(RUNS, "a-4", "a-5", "a-6");
		assertThat(NamedThreads.of(this.threads, ThreadExecutors.NONE).get(0).words()).containsExactly("3 run",
				"2 idle", "1 waits for a lock, at com.acme.Shop.sell(Shop.java:1)");
	}

	@Test
	void wordsWhenThereAreManyActivitiesCountTheRest() {
		IntStream.range(0, 12).forEach((line) -> add(waits(line), "a-1", "a-2"));
		List<String> words = NamedThreads.of(this.threads, ThreadExecutors.NONE).get(0).words();
		assertThat(words).hasSize(9).last().isEqualTo("8 others at 4 places");
	}

	private void add(Activity activity, String... names) {
		for (String name : names) {
			this.threads.add(new ThreadActivity(this.threads.size(), name, activity, null));
		}
	}

	private static Activity waits(int line) {
		return new Activity(ActivityKind.LOCK, "waits for a lock", "f", "com.acme.Shop.sell(Shop.java:" + line + ")",
				true);
	}

}
