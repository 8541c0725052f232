package io.github.gmr.sickness;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Conditions of work that waits for other work.
 */
@Configuration(proxyBeanMethods = false)
class WorkWard {

	private static final int REQUESTS = 5;

	@Bean("sick work-stuck")
	Condition stuckLedger(Environment environment, Ledger ledger) {
		return new Visits(environment, ledger, new Crowd(), true);
	}

	@Bean("well work-stuck")
	Condition busyLedger(Environment environment, Ledger ledger) {
		return new Visits(environment, ledger, new Crowd(), false);
	}

	/**
	 * Lets one at a time write.
	 */
	@RestController
	static class Ledger {

		private final ReentrantLock pen = new ReentrantLock();

		private volatile CountDownLatch ink = new CountDownLatch(0);

		@GetMapping("/ledger")
		String write() throws InterruptedException {
			this.pen.lock();
			try {
				book();
			}
			finally {
				this.pen.unlock();
			}
			return "written";
		}

		private void book() throws InterruptedException {
			this.ink.await();
			Thread.sleep(50);
		}

	}

	/**
	 * Requests that want to write.
	 */
	private record Visits(Environment environment, Ledger ledger, Crowd crowd, boolean stuck) implements Condition {

		@Override
		public void begin() throws Exception {
			this.ledger.ink = new CountDownLatch(this.stuck ? 1 : 0);
			this.crowd.add(REQUESTS, "writer", () -> {
				while (!Thread.currentThread().isInterrupted()) {
					WebWard.get(this.environment, "/ledger");
				}
			});
			Crowd.await(() -> this.ledger.pen.getQueueLength() >= REQUESTS - 2);
		}

		@Override
		public void end() throws Exception {
			this.ledger.ink.countDown();
			this.crowd.end();
			Crowd.await(() -> !this.ledger.pen.isLocked());
		}

	}

}
