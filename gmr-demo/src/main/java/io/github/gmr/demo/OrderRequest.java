package io.github.gmr.demo;

import org.jspecify.annotations.Nullable;

/**
 * What a customer sends to place an order.
 *
 * @param item what is ordered
 * @param quantity how many of it
 */
record OrderRequest(@Nullable String item, int quantity) {

	boolean isValid() {
		return this.item != null && !this.item.isBlank() && this.item.length() <= 100 && this.quantity > 0;
	}

}
