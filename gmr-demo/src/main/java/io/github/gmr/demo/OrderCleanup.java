package io.github.gmr.demo;

import java.time.Duration;
import java.time.OffsetDateTime;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets orders that were shipped long ago.
 */
@Component
class OrderCleanup {

	private final OrderStore store;

	private final Duration keep;

	OrderCleanup(OrderStore store, ShopProperties properties) {
		this.store = store;
		this.keep = properties.keepShippedOrders();
	}

	@Scheduled(fixedDelayString = "1m")
	void deleteShippedOrders() {
		this.store.deleteShipped(OffsetDateTime.now().minus(this.keep));
	}

}
