package io.github.gmr.section.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link PoolThreads}.
 */
@Timeout(60)
class PoolThreadsTests {

	private final PoolThreads threads = new PoolThreads();

	private final List<ThreadPoolExecutor> pools = new ArrayList<>();

	@AfterEach
	void end() {
		this.pools.forEach(ThreadPoolExecutor::shutdownNow);
	}

	@Test
	void beanIsTheExecutorThatTheThreadWasMadeForWhateverItsName() throws Exception {
		ThreadFactory alike = (task) -> new Thread(task, "task-1");
		ThreadPoolExecutor mails = pool(alike);
		ThreadPoolExecutor prints = pool(alike);
		this.threads.postProcessAfterInitialization(mails, "mails");
		this.threads.postProcessAfterInitialization(prints, "prints");
		assertThat(this.threads.bean(thread(mails))).isEqualTo("mails");
		assertThat(this.threads.bean(thread(prints))).isEqualTo("prints");
		assertThat(this.threads.bean(thread(pool(alike)))).isNull();
	}

	@Test
	void beanWhenExecutorIsOfSpringIsKnownAsWell() throws Exception {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.initialize();
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.initialize();
		this.pools.add(executor.getThreadPoolExecutor());
		this.pools.add(scheduler.getScheduledThreadPoolExecutor());
		this.threads.postProcessAfterInitialization(executor, "mails");
		this.threads.postProcessAfterInitialization(scheduler, "cleaner");
		assertThat(this.threads.bean(thread(executor.getThreadPoolExecutor()))).isEqualTo("mails");
		assertThat(this.threads.bean(thread(scheduler.getScheduledThreadPoolExecutor()))).isEqualTo("cleaner");
	}

	@Test
	void postProcessLeavesCodeOfTheApplicationAlone() {
		ThreadPoolTaskExecutor stuck = new ThreadPoolTaskExecutor() {

			@Override
			public ThreadPoolExecutor getThreadPoolExecutor() {
				throw new IllegalArgumentException("must not be asked");
			}

		};
		assertThat(this.threads.postProcessAfterInitialization(stuck, "stuck")).isSameAs(stuck);
		ThreadPoolTaskExecutor lazy = new ThreadPoolTaskExecutor();
		assertThat(this.threads.postProcessAfterInitialization(lazy, "lazy")).isSameAs(lazy);
	}

	@Test
	void followLeavesItToThePoolWhatItsFactoryDoes() {
		ThreadPoolExecutor none = pool((task) -> null);
		this.threads.follow("none", none);
		none.execute(() -> {
		});
		assertThat(none.getPoolSize()).isZero();
		ThreadPoolExecutor failing = pool((task) -> {
			throw new IllegalStateException("no more threads");
		});
		this.threads.follow("failing", failing);
		assertThatIllegalStateException().isThrownBy(() -> failing.execute(() -> {
		})).withMessage("no more threads");
	}

	@Test
	void followWhenPoolTakesNoFactoryLeavesItAlone() {
		ScheduledThreadPoolExecutor own = new ScheduledThreadPoolExecutor(1) {

			@Override
			public void setThreadFactory(ThreadFactory factory) {
				throw new UnsupportedOperationException();
			}

		};
		this.pools.add(own);
		this.threads.follow("own", own);
		assertThat(own.getThreadFactory()).isNotInstanceOf(PoolThreadFactory.class);
	}

	@Test
	void followTwiceTakesNoteOnceAndReleaseGivesTheFactoryBack() {
		ThreadFactory factory = Executors.defaultThreadFactory();
		ThreadPoolExecutor pool = pool(factory);
		this.threads.follow("mails", pool);
		ThreadFactory follower = pool.getThreadFactory();
		this.threads.follow("mails", pool);
		assertThat(pool.getThreadFactory()).isSameAs(follower);
		PoolThreads.release(pool);
		assertThat(pool.getThreadFactory()).isSameAs(factory);
	}

	@Test
	void addWhenThreadsComeAndGoDoesNotGrow() throws Exception {
		ThreadPoolExecutor pool = new ThreadPoolExecutor(0, 1, 1, TimeUnit.NANOSECONDS, new SynchronousQueue<>());
		this.pools.add(pool);
		this.threads.follow("churn", pool);
		for (int i = 0; i < 500; i++) {
			pool.submit(Thread::onSpinWait).get();
			Awaitility.await().pollInterval(1, TimeUnit.MILLISECONDS).until(() -> pool.getPoolSize() == 0);
		}
		assertThat(this.threads.size()).isLessThan(200);
	}

	private ThreadPoolExecutor pool(ThreadFactory factory) {
		ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>(), factory);
		this.pools.add(pool);
		return pool;
	}

	@SuppressWarnings("deprecation")
	private static long thread(ThreadPoolExecutor pool) throws Exception {
		return pool.submit(() -> Thread.currentThread().getId()).get();
	}

}
