package io.github.gmr.demo;

import io.github.gmr.demo.Order.Status;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Takes one order after the other from the queue and has it packed, until it is
 * interrupted.
 */
class OrderWorker implements Runnable {

	private static final Log logger = LogFactory.getLog(OrderWorker.class);

	private final OrderQueue queue;

	private final OrderStore store;

	private final Warehouse warehouse;

	private final int number;

	private volatile @Nullable Order order;

	OrderWorker(int number, OrderQueue queue, OrderStore store, Warehouse warehouse) {
		this.number = number;
		this.queue = queue;
		this.store = store;
		this.warehouse = warehouse;
	}

	int number() {
		return this.number;
	}

	String activity() {
		Order order = this.order;
		return (order != null) ? "packs order " + order.id() : "waits for an order";
	}

	@Override
	public void run() {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				work(this.queue.take());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void work(Order order) throws InterruptedException {
		this.order = order;
		try {
			this.store.update(order.id(), Status.PACKING);
			this.warehouse.pack(order);
			this.store.update(order.id(), Status.SHIPPED);
		}
		catch (DataAccessException ex) {
			logger.warn("Order " + order.id() + " is not shipped", ex);
		}
		finally {
			this.order = null;
		}
	}

}
