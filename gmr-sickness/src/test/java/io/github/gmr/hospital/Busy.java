package io.github.gmr.hospital;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.gmr.remote.SlowServer;
import io.github.gmr.sickness.Crowd;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Healthy applications that are as busy as sick ones, but get on.
 */
final class Busy {

	private static final Crowd CROWD = new Crowd();

	private static final List<ExecutorService> POOLS = new ArrayList<>();

	private static final SlowServer SERVER = new SlowServer(3000);

	private Busy() {
	}

	/**
	 * Keep threads of an executor at the slow server.
	 */
	private static void keepBusy(Executor executor, int threads) {
		for (int i = 0; i < threads; i++) {
			askForEver(executor);
		}
	}

	private static void askForEver(Executor executor) {
		executor.execute(() -> {
			SERVER.ask();
			askForEver(executor);
		});
	}

	@Healthy("consumers of JMS and Kafka listeners that wait for messages")
	@Setup(with = { Listeners.Orders.class, Listeners.Parcels.class })
	static void idleListeners() {
		// There are no orders
	}

	@Healthy("all consumers of JMS and Kafka listeners at a server, 3 s for each message")
	@Setup(with = Clerks.class)
	static void slowListeners(JmsTemplate jms, KafkaTemplate<String, String> kafka) {
		Listeners.send(jms, 5000);
		Listeners.send(kafka, 5000);
	}

	/**
	 * Handles orders, slowly.
	 */
	@Import({ Listeners.Jms.class, Listeners.Kafka.class })
	static class Clerks {

		@JmsListener(id = "orders", destination = "orders", concurrency = "4")
		@KafkaListener(id = "parcels", topics = "orders", concurrency = "3")
		void handle(String order) {
			SERVER.ask();
		}

	}

	@Healthy("all threads of the common pool at a server, 3 s each")
	@Setup(jvm = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4")
	static void commonPool() {
		keepBusy(ForkJoinPool.commonPool(), 20);
	}

	@Healthy("parallel streams of requests at a server, 3 s for each part")
	@Setup(jvm = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3")
	static void parallelStreams(Desk desk) {
		desk.serves(() -> IntStream.range(0, 8).parallel().map((i) -> SERVER.ask()).sum()).visitedEvery(10_000);
	}

	@Healthy("all threads of a ForkJoinPool and of a pool that is no bean at a server, 3 s each")
	static void pools() {
		keepBusy(new ForkJoinPool(4), 8);
		keepBusy(Executors.newFixedThreadPool(6), 6);
	}

	@Healthy("all threads of the application's executor at a server, 3 s each, tasks wait")
	static void executor(ThreadPoolTaskExecutor executor) {
		keepBusy(executor, 60);
	}

	@Healthy("event loops that block for 200 ms now and then")
	@Setup(reactive = true)
	static void eventLoops(Desk desk) {
		SlowServer server = new SlowServer(200);
		desk.serves(server::ask).visitedEvery(300);
	}

	@Healthy("all threads of boundedElastic at a server, 3 s each")
	@Setup(reactive = true)
	static void boundedElastic(Desk desk) {
		desk.serves(() -> Mono.fromCallable(SERVER::ask).subscribeOn(Schedulers.boundedElastic())).visitedEvery(140);
	}

	@Healthy("the threads of Reactor's parallel scheduler compute and block for some milliseconds")
	@Setup(reactive = true)
	static void parallelScheduler(Desk desk) {
		SlowServer server = new SlowServer(100);
		desk.serves(() -> Mono.fromCallable(server::ask).subscribeOn(Schedulers.parallel())).visitedEvery(120);
	}

	@Healthy("all Quartz workers at a server, 3 s for each job")
	static void quartz() throws Exception {
		Scheduler scheduler = new StdSchedulerFactory().getScheduler();
		scheduler.start();
		for (int i = 0; i < 15; i++) {
			scheduler.scheduleJob(JobBuilder.newJob(Copy.class).build(),
					TriggerBuilder.newTrigger()
						.withSchedule(SimpleScheduleBuilder.repeatSecondlyForever())
						.startNow()
						.build());
		}
	}

	/**
	 * A job that gets on.
	 */
	public static class Copy implements Job {

		@Override
		public void execute(JobExecutionContext context) {
			SERVER.ask();
		}

	}

	@Healthy("a scheduled task that asks a server all the time, 3 s for each part")
	@Setup(with = Export.class)
	static void longTask() {
		// The scheduler does it
	}

	/**
	 * A long task.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Export {

		@Scheduled(fixedDelay = 1000)
		void export() {
			while (SERVER.ask() > 0) {
				Thread.onSpinWait();
			}
		}

	}

	@Healthy("all threads of a pool wait for tasks of another one, 3 s each")
	static void tasksOfOthers() {
		ExecutorService others = Executors.newFixedThreadPool(8);
		CROWD.add(4, "parent", () -> {
			while (true) {
				others.submit(SERVER::ask).get();
			}
		});
		ExecutorService parents = Executors.newFixedThreadPool(4);
		for (int i = 0; i < 4; i++) {
			join(parents, others);
		}
	}

	private static void join(Executor parents, Executor others) {
		parents.execute(() -> {
			CompletableFuture.supplyAsync(SERVER::ask, others).join();
			join(parents, others);
		});
	}

	@Healthy("tasks that wait for tasks of their own pool, which has room for them")
	static void tasksOfOwnPool() {
		ExecutorService pool = Executors.newFixedThreadPool(8);
		for (int i = 0; i < 3; i++) {
			join(pool, pool);
		}
	}

	@Healthy("150 pools of one thread, each used every second")
	static void usedPools() {
		for (int i = 0; i < 150; i++) {
			POOLS.add(Executors.newSingleThreadExecutor());
		}
		Executors.newSingleThreadScheduledExecutor()
			.scheduleAtFixedRate(() -> POOLS.forEach((pool) -> pool.execute(Busy::poll)), 1, 1, TimeUnit.SECONDS);
	}

	private static void poll() {
		CROWD.toString();
	}

	@Healthy("a class that takes 90 s to be initialised, three threads wait for it")
	static void slowInitialiser() throws InterruptedException {
		CROWD.add(3, "price-loader", Prices::touch);
		Thread.sleep(1000);
	}

	private static final class Prices {

		static {
			for (int i = 0; i < 30; i++) {
				SERVER.ask();
			}
		}

		private static void touch() {
			// Is initialised now
		}

	}

	@Healthy("producers before a full queue that is worked off, 300 ms each")
	static void drainedQueue() {
		BlockingQueue<String> queue = new ArrayBlockingQueue<>(10);
		CROWD.add(4, "producer", () -> {
			while (true) {
				queue.put("order");
			}
		});
		CROWD.add(1, "order-consumer", () -> {
			while (true) {
				queue.take();
				Thread.sleep(300);
			}
		});
	}

	@Healthy("twenty threads with three permits, taken in turn, a second each")
	static void permits() {
		Semaphore permits = new Semaphore(3, true);
		CROWD.add(20, "copier", () -> {
			while (true) {
				permits.acquire();
				copy(permits);
			}
		});
	}

	private static void copy(Semaphore permits) throws InterruptedException {
		try {
			Thread.sleep(1000);
		}
		finally {
			permits.release();
		}
	}

	@Healthy("a monitor that 16 threads share, a millisecond each")
	static void sharedMonitor() {
		Object monitor = new Object();
		CROWD.add(16, "counter", () -> {
			while (true) {
				synchronized (monitor) {
					Thread.sleep(1);
				}
				Thread.sleep(2);
			}
		});
	}

	@Healthy("all request threads at a server, 3 s each")
	static void requests(Desk desk) {
		desk.serves(SERVER::ask).visitedEvery(155);
	}

	@Healthy("requests that a limit of their rate lets wait for some seconds")
	static void rateLimit(Desk desk) {
		RateLimiter limiter = RateLimiter.of("partner",
				RateLimiterConfig.custom()
					.limitForPeriod(2)
					.limitRefreshPeriod(Duration.ofSeconds(1))
					.timeoutDuration(Duration.ofMinutes(1))
					.build());
		CROWD.add(10, "caller", () -> {
			while (true) {
				limiter.executeRunnable(Thread::onSpinWait);
			}
		});
		desk.serves(() -> limiter.executeSupplier(() -> "called")).visitedEvery(5000);
	}

	@Healthy("streamed responses of three minutes that keep all threads of the application's executor")
	@Setup(settings = "spring.mvc.async.request-timeout=10m")
	static void streams(Desk desk) throws Exception {
		desk.serves(() -> (StreamingResponseBody) Busy::stream).visitedBy(8);
	}

	private static void stream(OutputStream out) throws IOException {
		for (int i = 0; i < 60; i++) {
			SERVER.ask();
			out.write(("part " + i).getBytes());
			out.flush();
		}
	}

	@Healthy("child processes of 3 s, one after the other")
	static void children() {
		CROWD.add(4, "converter", () -> {
			while (true) {
				new ProcessBuilder("sleep", "3").start().waitFor();
			}
		});
	}

	@Healthy("200 virtual threads at a server, 3 s each, with 50 permits")
	@Setup(leastJava = 21)
	static void virtualThreads() throws Exception {
		Semaphore permits = new Semaphore(50);
		Green.start(200, () -> {
			while (true) {
				permits.acquireUninterruptibly();
				SERVER.ask();
				permits.release();
			}
		});
	}

	@Healthy("requests on virtual threads at a server, 3 s each")
	@Setup(leastJava = 21, settings = Green.VIRTUAL)
	static void virtualRequests(Desk desk) {
		desk.serves(SERVER::ask).visitedEvery(50);
	}

	@Healthy("listeners on virtual threads that wait for messages, and such that get on")
	@Setup(leastJava = 21, with = { Clerks.class, Listeners.Mails.class, Listeners.Virtual.class })
	static void virtualListeners(JmsTemplate jms) {
		Listeners.send(jms, 5000);
	}

}
