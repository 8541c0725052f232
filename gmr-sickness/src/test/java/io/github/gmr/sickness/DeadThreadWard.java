package io.github.gmr.sickness;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of threads that are started by hand.
 */
@Configuration(proxyBeanMethods = false)
class DeadThreadWard {

	@Bean("sick thread-died")
	Condition deadConsumer() {
		return () -> {
			Thread consumer = new Thread(DeadThreadWard::take, "consumer");
			consumer.start();
			consumer.join();
		};
	}

	@Bean("well thread-died")
	Condition failedTask() {
		return () -> {
			ExecutorService executor = Executors.newSingleThreadExecutor();
			try {
				executor.submit(DeadThreadWard::take).get();
			}
			catch (ExecutionException ex) {
				executor.shutdown();
			}
		};
	}

	private static void take() {
		throw new IllegalStateException("the queue is closed");
	}

}
