package io.github.gmr.sickness;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Conditions of scheduled tasks.
 */
@Configuration(proxyBeanMethods = false)
class ScheduleWard {

	/**
	 * Longer than what the configuration calls long or overdue.
	 */
	private static final Duration LONG = Duration.ofMillis(2200);

	@Bean("sick task-failed")
	Condition failingTask(StockJob stockJob) {
		return Condition.of(() -> stockJob.fail(true), () -> stockJob.fail(false));
	}

	@Bean("well task-failed")
	Condition workingTask(StockJob stockJob) {
		return () -> stockJob.fail(false);
	}

	@Bean("sick task-overdue")
	Condition takenScheduler(ThreadPoolTaskScheduler taskScheduler) {
		return new TakenScheduler(taskScheduler, 2);
	}

	@Bean("well task-overdue")
	Condition busyScheduler(ThreadPoolTaskScheduler taskScheduler) {
		return new TakenScheduler(taskScheduler, 1);
	}

	@Bean("sick task-long-running")
	Condition longTask(StockJob stockJob) {
		return Condition.of(stockJob::hold, stockJob::release);
	}

	@Bean("well task-long-running")
	Condition shortTask(StockJob stockJob) {
		return () -> stockJob.fail(false);
	}

	/**
	 * Work that takes threads of the scheduler from its tasks.
	 */
	private static final class TakenScheduler implements Condition {

		private final ThreadPoolTaskScheduler scheduler;

		private final int threads;

		private volatile CountDownLatch end = new CountDownLatch(0);

		private TakenScheduler(ThreadPoolTaskScheduler scheduler, int threads) {
			this.scheduler = scheduler;
			this.threads = threads;
		}

		@Override
		public void begin() throws Exception {
			this.end = new CountDownLatch(1);
			CountDownLatch taken = new CountDownLatch(this.threads);
			for (int i = 0; i < this.threads; i++) {
				this.scheduler.submit(() -> {
					taken.countDown();
					this.end.await();
					return "done";
				});
			}
			taken.await();
			if (this.threads > 1) {
				Crowd.awaitAge(System.nanoTime(), LONG.plus(StockJob.DELAY));
			}
		}

		@Override
		public void end() throws Exception {
			this.end.countDown();
			// A task that was overdue has to run once more
			this.scheduler.submit(Thread::onSpinWait).get();
		}

	}

	/**
	 * A scheduled task that can fail and hang.
	 */
	@Component
	static class StockJob {

		static final Duration DELAY = Duration.ofMillis(500);

		private final Semaphore runs = new Semaphore(0);

		private final Semaphore begun = new Semaphore(0);

		private volatile boolean failing;

		private volatile CountDownLatch answer = new CountDownLatch(0);

		@Scheduled(fixedDelay = 500)
		void syncStock() throws InterruptedException {
			this.begun.release();
			this.answer.await();
			this.runs.release();
			if (this.failing) {
				throw new IllegalStateException("The warehouse refused 3 of 40 items");
			}
		}

		/**
		 * Wait for a run that fails, or for one that does not.
		 */
		void fail(boolean failing) throws Exception {
			this.failing = failing;
			this.runs.drainPermits();
			// The first of them may have begun before
			this.runs.acquire(2);
			this.begun.drainPermits();
		}

		void hold() throws Exception {
			this.begun.drainPermits();
			this.answer = new CountDownLatch(1);
			this.begun.acquire();
			Crowd.awaitAge(System.nanoTime(), LONG);
		}

		void release() throws Exception {
			this.answer.countDown();
			fail(false);
		}

	}

}
