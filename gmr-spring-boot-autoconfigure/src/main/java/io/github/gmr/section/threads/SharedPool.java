package io.github.gmr.section.threads;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pools that many parts of an application share, by the names that their threads have
 * unless configured otherwise. If all of their threads stand still others wait for them.
 */
enum SharedPool {

	/**
	 * The common pool, which parallel streams and asynchronous futures use.
	 */
	COMMON("ForkJoinPool.commonPool-worker-"),

	/**
	 * Threads of web servers that run requests.
	 */
	REQUESTS("http-nio-", "https-jsse-nio-", "http-nio2-", "tomcat-handler-", "qtp", "XNIO-"),

	/**
	 * Boot's executor and scheduler, and those of Spring's annotations.
	 */
	TASKS("task-", "applicationTaskExecutor-", "scheduling-", "taskScheduler-", "SimpleAsyncTaskExecutor-"),

	/**
	 * Workers of Quartz.
	 */
	QUARTZ("quartzScheduler_Worker-", "DefaultQuartzScheduler_Worker-"),

	/**
	 * Listener containers of Kafka, JMS and RabbitMQ.
	 */
	LISTENERS("org.springframework.kafka.KafkaListenerEndpointContainer", "DefaultMessageListenerContainer-",
			"org.springframework.jms.JmsListenerEndpointContainer", "org.springframework.amqp.rabbit."),

	/**
	 * Reactor's threads for work that blocks.
	 */
	ELASTIC("boundedElastic-"),

	/**
	 * Threads each of which serves many connections or subscribers: one that stands still
	 * is enough.
	 */
	EVENT_LOOPS("reactor-http-", "reactor-tcp-", "parallel-", "nioEventLoopGroup-", "epollEventLoopGroup-",
			"multiThreadIoEventLoopGroup-", "lettuce-", "vert.x-eventloop-thread-");

	private final List<String> prefixes;

	SharedPool(String... prefixes) {
		this.prefixes = List.of(prefixes);
	}

	/**
	 * Return the pool that threads belong to.
	 * @param name what their names begin with
	 * @return the pool, empty if it is none of these
	 */
	static Optional<SharedPool> of(String name) {
		return Arrays.stream(values()).filter((pool) -> pool.prefixes.stream().anyMatch(name::startsWith)).findFirst();
	}

	/**
	 * Return whether some of its threads that stand still harm others.
	 * @param still how many stand still
	 * @param size how many threads the pool has
	 * @return whether they do
	 */
	boolean isHarmed(int still, int size) {
		return this == EVENT_LOOPS || still == size;
	}

}
