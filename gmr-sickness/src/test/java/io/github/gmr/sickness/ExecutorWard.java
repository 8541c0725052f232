package io.github.gmr.sickness;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Conditions of executors.
 */
@Configuration(proxyBeanMethods = false)
class ExecutorWard {

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

}
