package io.github.gmr.demo;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Keeps the workers running while the application runs: on virtual threads where the JDK
 * has them, since {@code spring.threads.virtual.enabled} is set.
 */
@Component
class OrderWorkers implements SmartLifecycle {

	private final SimpleAsyncTaskExecutorBuilder executors;

	private final List<OrderWorker> workers;

	private volatile @Nullable SimpleAsyncTaskExecutor executor;

	OrderWorkers(ShopProperties properties, OrderQueue queue, OrderStore store, Warehouse warehouse,
			SimpleAsyncTaskExecutorBuilder executors) {
		this.executors = executors.threadNamePrefix("order-worker-").taskTerminationTimeout(Duration.ofSeconds(2));
		this.workers = IntStream.rangeClosed(1, properties.workers())
			.mapToObj((number) -> new OrderWorker(number, queue, store, warehouse))
			.toList();
	}

	List<OrderWorker> all() {
		return this.workers;
	}

	@Override
	public void start() {
		SimpleAsyncTaskExecutor executor = this.executors.build();
		this.workers.forEach(executor::execute);
		this.executor = executor;
	}

	@Override
	public void stop() {
		SimpleAsyncTaskExecutor executor = this.executor;
		if (executor != null) {
			executor.close();
			this.executor = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.executor != null;
	}

}
