package io.github.gmr.demo;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.demo.Order.Status;
import io.github.gmr.demo.ShopProperties.WarehouseProperties;
import org.junit.jupiter.api.Test;

import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for the section of {@link OrderReportConfiguration}.
 */
class OrderQueueReportTests {

	private final ShopProperties properties = new ShopProperties(2, 1, Duration.ofHours(1),
			new WarehouseProperties(URI.create("https://warehouse.example.com"), "key", Duration.ZERO));

	private final OrderStore store = mock(OrderStore.class);

	private final OrderQueue queue = new OrderQueue(this.properties);

	@Test
	void contentWhenQueueIsEmptyHasNoFinding() throws Exception {
		given(this.store.count(Status.SHIPPED)).willReturn(7L);
		Fields fields = content();
		assertThat(fields.values()).containsEntry("depth", Content.of(0))
			.containsEntry("oldest", Content.of(Duration.ZERO));
		assertThat(fields.values().get("warehouse")).isEqualTo(
				Content.fields((nested) -> nested.add("url", "https://warehouse.example.com").add("shipped", 7L)));
		assertThat(((Table) fields.values().get("workers")).rows()).hasSize(2)
			.allSatisfy((row) -> assertThat(row.get(1)).isEqualTo(Content.text("waits for an order")));
		assertThat(findings(fields)).isEmpty();
	}

	@Test
	void contentWhenQueueIsDeeperThanLimitHasWarning() throws Exception {
		add(1);
		add(2);
		assertThat(findings(content())).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
			assertThat(finding.summary()).isEqualTo("2 orders wait, the limit is 1");
			assertThat(finding.next()).isEqualTo("Order Queue");
		});
	}

	@Test
	void contentWhenDatabaseFailsLosesThatLineOnly() throws Exception {
		given(this.store.count(Status.SHIPPED)).willThrow(new QueryTimeoutException("too slow"));
		Fields fields = content();
		assertThat(((Fields) fields.values().get("warehouse")).values().get("shipped")).isInstanceOf(Failure.class);
		assertThat(fields.values()).containsKeys("depth", "workers");
	}

	private void add(long id) {
		this.queue.add(new Order(id, "lamp", 1, Status.WAITING, OffsetDateTime.now()));
	}

	private Fields content() throws Exception {
		Warehouse warehouse = new Warehouse(this.properties);
		OrderWorkers workers = new OrderWorkers(this.properties, this.queue, this.store, warehouse,
				new SimpleAsyncTaskExecutorBuilder());
		return (Fields) new OrderReportConfiguration()
			.orderQueueReportSection(this.queue, workers, this.store, warehouse)
			.content();
	}

	private static List<Finding> findings(Fields fields) {
		return fields.values().values().stream().filter(Finding.class::isInstance).map(Finding.class::cast).toList();
	}

}
