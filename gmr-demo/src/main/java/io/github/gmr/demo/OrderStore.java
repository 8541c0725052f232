package io.github.gmr.demo;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.github.gmr.demo.Order.Status;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the orders in the database.
 */
@Repository
class OrderStore {

	private final JdbcClient jdbc;

	OrderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Order add(String item, int quantity) {
		OffsetDateTime placed = OffsetDateTime.now();
		long id = this.jdbc
			.sql("select id from final table (insert into orders (item, quantity, status, placed) values (?, ?, ?, ?))")
			.params(item, quantity, Status.WAITING.name(), placed)
			.query(Long.class)
			.single();
		return new Order(id, item, quantity, Status.WAITING, placed);
	}

	Optional<Order> find(long id) {
		return this.jdbc.sql("select * from orders where id = ?").param(id).query(Order.class).optional();
	}

	List<Order> latest() {
		return this.jdbc.sql("select * from orders order by id desc limit 100").query(Order.class).list();
	}

	long count(Status status) {
		return this.jdbc.sql("select count(*) from orders where status = ?")
			.param(status.name())
			.query(Long.class)
			.single();
	}

	void update(long id, Status status) {
		this.jdbc.sql("update orders set status = ? where id = ?").params(status.name(), id).update();
	}

	void deleteShipped(OffsetDateTime placedBefore) {
		this.jdbc.sql("delete from orders where status = ? and placed < ?")
			.params(Status.SHIPPED.name(), placedBefore)
			.update();
	}

}
