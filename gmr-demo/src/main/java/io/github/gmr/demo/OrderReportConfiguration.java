package io.github.gmr.demo;

import io.github.gmr.content.Content;
import io.github.gmr.demo.Order.Status;
import io.github.gmr.section.ReportSection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds what the shop knows about itself to the report, as section "Order Queue".
 */
@Configuration(proxyBeanMethods = false)
class OrderReportConfiguration {

	@Bean
	ReportSection orderQueueReportSection(OrderQueue queue, OrderWorkers workers, OrderStore store,
			Warehouse warehouse) {
		return () -> Content.fields((fields) -> {
			int depth = queue.depth();
			fields.add("depth", depth).add("limit", queue.limit()).add("oldest", queue.oldestAge());
			if (depth > queue.limit()) {
				fields.add(Content.warning("%d orders wait, the limit is %d", depth, queue.limit())
					.id("orders-stuck")
					.evidence("depth", depth)
					.setting("shop.queue-limit")
					.next("Order Queue"));
			}
			fields.add("workers", Content.table(workers.all(),
					(table) -> table.column("worker", OrderWorker::number).column("activity", OrderWorker::activity)));
			fields.add("warehouse", (nested) -> nested.add("url", warehouse.url())
				.attempt("shipped", () -> store.count(Status.SHIPPED)));
		});
	}

}
