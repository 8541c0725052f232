package io.github.gmr.sickness;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Conditions of executors and of scheduled tasks.
 */
@Configuration(proxyBeanMethods = false)
class TaskWard {

	/**
	 * Longer than what the configuration calls long or overdue.
	 */
	private static final Duration LONG = Duration.ofMillis(2200);

	private static final int MAILERS = 2;

	private static final int LETTERS = 10;

	@Bean
	ThreadPoolTaskExecutor mailExecutor() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setThreadNamePrefix("mail-");
		executor.setCorePoolSize(MAILERS);
		executor.setMaxPoolSize(MAILERS);
		executor.setQueueCapacity(LETTERS);
		return executor;
	}

	@Bean
	FrozenExecutor printExecutor() {
		return new FrozenExecutor();
	}

	@Bean("sick executor-overloaded")
	Condition fullQueue(ThreadPoolTaskExecutor mailExecutor) {
		return new Mails(mailExecutor, MAILERS + LETTERS, true);
	}

	@Bean("well executor-overloaded")
	Condition queueInUse(ThreadPoolTaskExecutor mailExecutor) {
		return new Mails(mailExecutor, MAILERS + LETTERS / 2, false);
	}

	@Bean("sick executor-task-long")
	Condition longTasks(ThreadPoolTaskExecutor mailExecutor) {
		return new Mails(mailExecutor, MAILERS, true);
	}

	@Bean("well executor-task-long")
	Condition shortTasks(FrozenExecutor printExecutor) {
		return () -> printExecutor.submit(Thread::onSpinWait).get();
	}

	@Bean("sick no-answer")
	Condition frozenExecutor(FrozenExecutor printExecutor) {
		return Condition.of(printExecutor::freeze, printExecutor::thaw);
	}

	@Bean("well no-answer")
	Condition idleExecutor(FrozenExecutor printExecutor) {
		return printExecutor::getThreadPoolExecutor;
	}

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
	 * Mails that are not sent before the server of mails answers, or that are sent one
	 * after the other for ever.
	 */
	private static final class Mails implements Condition {

		private final ThreadPoolTaskExecutor executor;

		private final int count;

		private final boolean stuck;

		private volatile CountDownLatch answer = new CountDownLatch(0);

		private Mails(ThreadPoolTaskExecutor executor, int count, boolean stuck) {
			this.executor = executor;
			this.count = count;
			this.stuck = stuck;
		}

		@Override
		public void begin() throws Exception {
			this.answer = new CountDownLatch(1);
			submit(MAILERS);
			Crowd.await(() -> this.executor.getActiveCount() == MAILERS);
			submit(this.count - MAILERS);
		}

		private void submit(int mails) {
			for (int i = 0; i < mails; i++) {
				this.executor.submit(this::send);
			}
		}

		private Object send() throws InterruptedException {
			if (this.stuck) {
				this.answer.await();
			}
			else if (!this.answer.await(5, TimeUnit.MILLISECONDS)) {
				submit(1);
			}
			return "sent";
		}

		@Override
		public void end() throws Exception {
			this.answer.countDown();
			Crowd.await(() -> this.executor.getActiveCount() == 0 && this.executor.getQueueSize() == 0);
		}

	}

	/**
	 * An executor that answers no question while somebody has its monitor.
	 */
	static final class FrozenExecutor extends ThreadPoolTaskExecutor {

		private final transient Object monitor = new Object();

		private final transient Crowd crowd = new Crowd();

		@Override
		public ThreadPoolExecutor getThreadPoolExecutor() {
			synchronized (this.monitor) {
				return super.getThreadPoolExecutor();
			}
		}

		void freeze() throws Exception {
			CountDownLatch frozen = new CountDownLatch(1);
			this.crowd.add(1, "operator", () -> {
				synchronized (this.monitor) {
					frozen.countDown();
					Thread.sleep(Long.MAX_VALUE);
				}
			});
			frozen.await();
		}

		void thaw() throws Exception {
			this.crowd.end();
		}

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
