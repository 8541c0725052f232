package io.github.gmr.demo;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.springframework.stereotype.Component;

/**
 * The orders that wait for a worker, the oldest first.
 */
@Component
class OrderQueue {

	private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();

	private final int limit;

	OrderQueue(ShopProperties properties) {
		this.limit = properties.queueLimit();
	}

	void add(Order order) {
		this.orders.add(order);
	}

	Order take() throws InterruptedException {
		return this.orders.take();
	}

	int depth() {
		return this.orders.size();
	}

	int limit() {
		return this.limit;
	}

	Duration oldestAge() {
		Order oldest = this.orders.peek();
		return (oldest != null) ? Duration.between(oldest.placed(), OffsetDateTime.now()) : Duration.ZERO;
	}

}
