package io.github.gmr.demo;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes and shows orders over HTTP.
 */
@RestController
@RequestMapping("/orders")
class OrderController {

	private final OrderStore store;

	private final OrderQueue queue;

	OrderController(OrderStore store, OrderQueue queue) {
		this.store = store;
		this.queue = queue;
	}

	@PostMapping
	ResponseEntity<Order> place(@RequestBody OrderRequest request) {
		if (!request.isValid()) {
			return ResponseEntity.badRequest().build();
		}
		Order order = this.store.add(Objects.requireNonNull(request.item()), request.quantity());
		this.queue.add(order);
		return ResponseEntity.created(URI.create("/orders/" + order.id())).body(order);
	}

	@GetMapping
	List<Order> latest() {
		return this.store.latest();
	}

	@GetMapping("/{id}")
	ResponseEntity<Order> find(@PathVariable long id) {
		return ResponseEntity.of(this.store.find(id));
	}

}
