package io.github.gmr.demo;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configures the shop.
 *
 * @param workers the number of workers that pack orders
 * @param queueLimit the number of waiting orders beyond which somebody should look
 * @param keepShippedOrders how long to keep an order after it was placed and shipped
 * @param warehouse where the orders are packed
 */
@ConfigurationProperties("shop")
record ShopProperties(int workers, int queueLimit, Duration keepShippedOrders, WarehouseProperties warehouse) {

	/**
	 * Configures the warehouse.
	 *
	 * @param url where the warehouse answers, with user and password
	 * @param apiKey the key of the shop
	 * @param packingTime how long it takes to pack an order
	 */
	record WarehouseProperties(URI url, String apiKey, Duration packingTime) {

	}

}
