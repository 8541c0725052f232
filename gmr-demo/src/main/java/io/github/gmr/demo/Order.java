package io.github.gmr.demo;

import java.time.OffsetDateTime;

/**
 * An order as the database knows it.
 *
 * @param id the number of the order
 * @param item what was ordered
 * @param quantity how many of it
 * @param status how far it has come
 * @param placed when it was placed
 */
record Order(long id, String item, int quantity, Status status, OffsetDateTime placed) {

	enum Status {

		WAITING, PACKING, SHIPPED

	}

}
