package io.github.gmr.demo;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders something from the demo.
 */
class OrdersIT {

	@Test
	void orderWhenPlacedIsShipped() {
		try (Demo demo = Demo.start(Demo.builder().arguments("--shop.warehouse.packing-time=10ms"))) {
			assertThat(demo.order("", 1).statusCode()).isEqualTo(400);
			assertThat(demo.get("/orders/1").statusCode()).isEqualTo(404);
			assertThat(demo.order("lamp", 2).statusCode()).isEqualTo(201);
			Awaitility.await().until(() -> demo.get("/orders/1").body(), (body) -> body.contains("SHIPPED"));
			assertThat(demo.get("/orders").body()).contains("\"item\":\"lamp\"", "\"quantity\":2");
		}
	}

}
