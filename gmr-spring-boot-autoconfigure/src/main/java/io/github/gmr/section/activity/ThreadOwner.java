package io.github.gmr.section.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What threads belong to that many parts of an application share. It is known by the
 * frames from which such threads never return, as anyone can give a thread any name.
 * Where the JDK's own pools are used, the name that the library gives to their threads
 * must be there as well.
 */
public enum ThreadOwner {

	/**
	 * Web servers, by the threads that run requests.
	 */
	REQUESTS("request threads", """
			org.apache.tomcat.util.threads.ThreadPoolExecutor$Worker.run
			org.eclipse.jetty.util.thread.QueuedThreadPool$Runner.run
			org.xnio.XnioWorker$WorkerThreadFactory$1$1.run
			"""),

	/**
	 * Quartz.
	 */
	QUARTZ("Quartz workers", "org.quartz.simpl.SimpleThreadPool$WorkerThread.run"),

	/**
	 * Containers of Kafka listeners: each thread has partitions that no other serves.
	 */
	KAFKA("Kafka listeners", "org.springframework.kafka.listener.KafkaMessageListenerContainer$ListenerConsumer.run"),

	/**
	 * Containers of listeners that share their queues.
	 */
	LISTENERS("listeners", """
			org.springframework.jms.listener.DefaultMessageListenerContainer$AsyncMessageListenerInvoker.run
			org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer$AsyncMessageProcessingConsumer.run
			"""),

	/**
	 * Threads of a client that hands its messages to listeners, and are not known while
	 * it has none for them.
	 */
	CONSUMERS("listeners", "com.rabbitmq.client.impl.ConsumerWorkService$WorkPoolRunnable.run"),

	/**
	 * Threads each of which serves many connections: one that stands still is enough.
	 */
	EVENT_LOOPS("event loops", """
			io.netty.channel.nio.NioEventLoop.run
			io.netty.channel.epoll.EpollEventLoop.run
			io.netty.channel.kqueue.KQueueEventLoop.run
			io.netty.channel.SingleThreadIoEventLoop.run
			org.xnio.nio.WorkerThread.run
			org.apache.tomcat.util.net.NioEndpoint$Poller.run
			"""),

	/**
	 * Reactor's threads for work that does not block.
	 */
	PARALLEL("threads of Reactor", ThreadOwner.JDK_POOL, "parallel-"),

	/**
	 * Reactor's threads for work that blocks.
	 */
	ELASTIC("threads of Reactor", ThreadOwner.JDK_POOL, "boundedElastic-"),

	/**
	 * The common pool, which parallel streams and asynchronous futures use.
	 */
	COMMON_POOL("threads of the common pool", "java.util.concurrent.ForkJoinWorkerThread.run",
			"ForkJoinPool.commonPool-worker-"),

	/**
	 * Schedulers, by the methods that they run.
	 */
	SCHEDULERS("scheduler threads", "org.springframework.scheduling.support.ScheduledMethodRunnable.run"),

	/**
	 * The executor and the scheduler of Spring Boot.
	 */
	TASKS("threads for tasks", ThreadOwner.JDK_POOL, "task-", "applicationTaskExecutor-", "scheduling-",
			"taskScheduler-");

	private static final String JDK_POOL = "java.util.concurrent.ThreadPoolExecutor$Worker.run";

	private static final Map<String, List<ThreadOwner>> BY_FRAME = new HashMap<>();

	static {
		for (ThreadOwner owner : values()) {
			owner.frames.forEach((frame) -> BY_FRAME.computeIfAbsent(frame, (any) -> new ArrayList<>(1)).add(owner));
		}
	}

	private final String words;

	private final List<String> frames;

	private final List<String> names;

	ThreadOwner(String words, String frames, String... names) {
		this.words = words;
		this.frames = Arrays.asList(frames.strip().split("\\s+"));
		this.names = List.of(names);
	}

	/**
	 * Return those that a frame may be of.
	 * @param frame the frame in the words of the thread sections
	 * @return the owners, mostly none
	 */
	static List<ThreadOwner> of(String frame) {
		return List.copyOf(BY_FRAME.getOrDefault(ApplicationCode.method(frame), List.of()));
	}

	/**
	 * Return whether a thread can belong to it.
	 * @param name the name of the thread
	 * @return whether it has a name like that
	 */
	boolean mayHave(String name) {
		return this.names.isEmpty() || this.names.stream().anyMatch(name::startsWith);
	}

	/**
	 * Return whether each of its threads is one of a listener all the time, so that it
	 * serves nobody else, whatever executor it comes from.
	 * @return whether it is
	 */
	boolean isListening() {
		return this == KAFKA || this == LISTENERS;
	}

	/**
	 * Return what its threads are called.
	 * @return words such as {@code "Quartz workers"}
	 */
	public String words() {
		return this.words;
	}

	/**
	 * Return whether some of its threads that stand still harm others.
	 * @param still how many stand still
	 * @param size how many there are
	 * @return whether they do
	 */
	public boolean isHarmed(int still, int size) {
		return switch (this) {
			case EVENT_LOOPS, PARALLEL, KAFKA -> true;
			default -> still == size;
		};
	}

	/**
	 * Return whether others hand it their work, so that this has no thread meanwhile.
	 * @return whether they do
	 */
	public boolean isHandedWork() {
		return switch (this) {
			case EVENT_LOOPS, PARALLEL, ELASTIC, COMMON_POOL, TASKS -> true;
			default -> false;
		};
	}

	/**
	 * Return whether its threads have something better to do than to sleep. A task that
	 * is alone on its scheduler may do so.
	 * @return whether they have
	 */
	public boolean isNoPlaceToSleep() {
		return this != SCHEDULERS && this != TASKS && this != ELASTIC;
	}

}
