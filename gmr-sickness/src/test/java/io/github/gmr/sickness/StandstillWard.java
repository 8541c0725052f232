package io.github.gmr.sickness;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import io.github.gmr.sickness.WebWard.Shop;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Conditions that are known from what was before: nothing moves any more, or all the
 * time.
 */
@Configuration(proxyBeanMethods = false)
class StandstillWard {

	@Bean("sick threads-unmoved")
	Condition lostPermits() {
		return new Packers(0);
	}

	@Bean("well threads-unmoved")
	Condition fewPermits() {
		return new Packers(1);
	}

	@Bean("sick threads-busy")
	Condition endlessLoop() {
		return new Calculator(0);
	}

	@Bean("well threads-busy")
	Condition workWithPauses() {
		return new Calculator(20);
	}

	@Bean("sick requests-failing")
	Condition brokenCheckout(Environment environment, Shop shop) {
		return new Checkouts(environment, shop, 10);
	}

	@Bean("well requests-failing")
	Condition checkoutThatFailsSometimes(Environment environment, Shop shop) {
		return new Checkouts(environment, shop, 2);
	}

	@Bean("sick requests-stopped")
	Condition stoppedRequests(Environment environment, Shop shop) {
		return new Traffic(environment, shop, true);
	}

	@Bean("well requests-stopped")
	Condition endOfTraffic(Environment environment, Shop shop) {
		return new Traffic(environment, shop, false);
	}

	/**
	 * Threads that need a permit for each parcel, of which there are some or none.
	 */
	private static final class Packers implements Condition {

		private final Semaphore permits;

		private final Crowd crowd = new Crowd();

		private Packers(int permits) {
			this.permits = new Semaphore(permits);
		}

		@Override
		public void begin() {
			this.crowd.add(4, "packer", this::pack);
		}

		private void pack() throws InterruptedException {
			while (true) {
				this.permits.acquire();
				try {
					Thread.sleep(100);
				}
				finally {
					this.permits.release();
				}
			}
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
		}

	}

	/**
	 * A thread that counts, and rests for some milliseconds after each one of work.
	 */
	private static final class Calculator implements Condition {

		private final long rest;

		private final Crowd crowd = new Crowd();

		private volatile long sum;

		private Calculator(long rest) {
			this.rest = rest;
		}

		@Override
		public void begin() {
			this.crowd.add(1, "calculator", this::calculate);
		}

		private void calculate() throws InterruptedException {
			while (!Thread.currentThread().isInterrupted()) {
				count(System.nanoTime());
				if (this.rest > 0) {
					Thread.sleep(this.rest);
				}
			}
		}

		private void count(long begin) {
			while (System.nanoTime() - begin < 1_000_000) {
				this.sum++;
			}
		}

		@Override
		public void end() throws Exception {
			this.crowd.end();
		}

	}

	/**
	 * Ten requests to one path, of which the last ones fail.
	 */
	private record Checkouts(Environment environment, Shop shop, int failing) implements Condition {

		@Override
		public void begin() throws Exception {
			for (int i = 0; i < 10; i++) {
				this.shop.closed(i >= 10 - this.failing);
				WebWard.get(this.environment, "/" + ((this.failing > 5) ? "checkout" : "till") + "/7");
			}
		}

	}

	/**
	 * Many requests that end, and then some that do not, or none.
	 */
	private record Traffic(Environment environment, Shop shop, boolean stops, Crowd crowd) implements Condition {

		private static final Duration BUSY = Duration.ofSeconds(4);

		private static final Duration QUIET = Duration.ofMillis(16_500);

		private Traffic(Environment environment, Shop shop, boolean stops) {
			this(environment, shop, stops, new Crowd());
		}

		@Override
		public void begin() throws Exception {
			long begin = System.nanoTime();
			while (System.nanoTime() - begin < BUSY.toNanos()) {
				WebWard.get(this.environment, "/basket");
				Thread.sleep(20);
			}
			if (this.stops) {
				this.shop.close();
				this.crowd.add(4, "client", () -> WebWard.get(this.environment, "/delivery"));
				Crowd.awaitAge(System.nanoTime(), QUIET);
			}
		}

		@Override
		public void end() throws Exception {
			this.shop.open();
			this.crowd.end();
		}

	}

}
