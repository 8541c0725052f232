package io.github.gmr.demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a demo that is well and at work for many reports.
 */
@Timeout(120)
class HealthyIT {

	private static final int REPORTS = 20;

	@Test
	void reportWhenDemoIsHealthyUnderLoadHasNoFindings() {
		AtomicBoolean loaded = new AtomicBoolean(true);
		try (Demo demo = Demo.start(Demo.builder()
			.arguments("--gmr.report.min-interval=0s", "--gmr.section.health.enabled=true",
					"--shop.warehouse.packing-time=1ms", "--gmr.section.web.request-threshold=30s"))) {
			CompletableFuture<Void> load = CompletableFuture.runAsync(() -> work(demo, loaded));
			for (int i = 0; i < REPORTS; i++) {
				assertThat(demo.patient().report().section("Findings").strip()).isEqualTo("None");
			}
			loaded.set(false);
			load.join();
		}
		finally {
			loaded.set(false);
		}
	}

	private static void work(Demo demo, AtomicBoolean loaded) {
		while (loaded.get()) {
			assertThat(demo.order("lamp", 1).statusCode()).isEqualTo(201);
			assertThat(demo.get("/orders").statusCode()).isEqualTo(200);
		}
	}

}
