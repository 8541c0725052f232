package io.github.gmr.demo;

import java.net.URI;

import io.github.gmr.demo.ShopProperties.WarehouseProperties;

import org.springframework.stereotype.Component;

/**
 * Stands for the remote system of a real shop: packing an order just takes its time.
 */
@Component
class Warehouse {

	private final WarehouseProperties properties;

	Warehouse(ShopProperties properties) {
		this.properties = properties.warehouse();
	}

	URI url() {
		return this.properties.url();
	}

	void pack(Order order) throws InterruptedException {
		Thread.sleep(order.quantity() * this.properties.packingTime().toMillis());
	}

}
