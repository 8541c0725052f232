package io.github.gmr.hospital;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.gmr.remote.Remote;
import io.github.gmr.sickness.Crowd;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Executors, schedulers and consumers.
 */
final class Tasks {

	private static final Crowd CROWD = new Crowd();

	private static final List<ExecutorService> POOLS = new ArrayList<>();

	private static volatile long result;

	private static volatile boolean leftWants = true;

	private static volatile boolean rightWants = true;

	private Tasks() {
	}

	@Sick(value = "tasks of the application's executor wait for tasks of the same",
			says = { "8 ", "applicationTaskExecutor|task-", "Tasks\\.parent\\(Tasks\\.java:\\d+\\)" })
	static void executorWaitsForItself(ThreadPoolTaskExecutor executor) {
		for (int i = 0; i < 8; i++) {
			executor.submit(() -> parent(executor));
		}
	}

	private static Object parent(ThreadPoolTaskExecutor executor) throws Exception {
		TimeUnit.SECONDS.sleep(1);
		Future<Object> child = executor.submit(Object::new);
		return child.get();
	}

	@Sick(value = "tasks wait by join for tasks of the same pool, which is no bean",
			says = { "4 ", "Tasks\\.assemble\\(Tasks\\.java:\\d+\\)" })
	static void poolJoinsItself() {
		ExecutorService pool = Executors.newFixedThreadPool(4);
		for (int i = 0; i < 4; i++) {
			pool.execute(() -> assemble(pool));
		}
	}

	private static void assemble(Executor pool) {
		try {
			TimeUnit.SECONDS.sleep(1);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		CompletableFuture.supplyAsync(Object::new, pool).join();
	}

	@Sick(value = "29,000 tasks wait in an unbounded queue, 40 a second end",
			says = { "2[0-9],\\d{3}", "applicationTaskExecutor", "[34]\\d a second", "Tasks\\.render\\(|min" })
	static void backlog(ThreadPoolTaskExecutor executor) {
		for (int i = 0; i < 29_000; i++) {
			executor.submit(Tasks::render);
		}
	}

	private static Object render() throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(200);
		return "rendered";
	}

	@Sick(value = "all threads of the application's executor read from a server that says nothing, tasks wait",
			says = { "8 ", "Tasks\\.fetch\\(Tasks\\.java:\\d+\\)" })
	static void executorReads(ThreadPoolTaskExecutor executor) {
		for (int i = 0; i < 60; i++) {
			executor.submit(Tasks::fetch);
		}
	}

	private static Object fetch() throws Exception {
		return Remote.ask();
	}

	@Sick(value = "a pool that is no bean is wholly at one place",
			says = { "6 ", "pool-\\d+-thread", "Tasks\\.fetch\\(Tasks\\.java:\\d+\\)" })
	static void foreignPool() {
		ExecutorService pool = Executors.newFixedThreadPool(6);
		for (int i = 0; i < 6; i++) {
			pool.submit(Tasks::fetch);
		}
	}

	@Sick(value = "all threads of the common pool read from a server that says nothing",
			says = { "common ?[pP]ool", "4 ", "Tasks\\.fetch\\w*\\(Tasks\\.java:\\d+\\)" })
	@Setup(jvm = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4")
	static void commonPool() {
		for (int i = 0; i < 20; i++) {
			CompletableFuture.runAsync(Tasks::fetchQuietly);
		}
	}

	private static void fetchQuietly() {
		try {
			fetch();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Sick(value = "a parallel stream blocks the common pool and the request that began it",
			says = { "common ?[pP]ool|ForkJoinPool", "[34] ", "Tasks\\.fetch\\w*\\(Tasks\\.java:\\d+\\)" })
	@Setup(jvm = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3")
	static void parallelStream(Desk desk) throws Exception {
		desk.serves(() -> {
			IntStream.range(0, 16).parallel().forEach((i) -> fetchQuietly());
			return "done";
		}).visitedBy(1);
	}

	@Sick(value = "all workers of a ForkJoinPool of the application stand at one place",
			says = { "4 ", "ForkJoinPool", "Tasks\\.fetch\\w*\\(Tasks\\.java:\\d+\\)" })
	static void ownForkJoinPool() {
		ForkJoinPool pool = new ForkJoinPool(4);
		for (int i = 0; i < 12; i++) {
			pool.execute(Tasks::fetchQuietly);
		}
	}

	@Sick(value = "a scheduled task blocks the only thread of the scheduler, others are overdue",
			says = { "Tasks\\.?\\$?Plan\\S*\\.report", "since|for |ago", "Tasks\\$Plan\\.report\\(|runs" })
	@Setup(with = Plan.class)
	static void blockedScheduler() {
		// The scheduler does it
	}

	@Sick(value = "cron tasks are overdue as other work keeps the scheduler",
			says = { "scheduling-1|Tick\\S*\\.tick", "Tasks\\.fetch\\(", "since|ago|for " })
	@Setup(with = Tick.class)
	static void overdueCron(ThreadPoolTaskScheduler scheduler) throws InterruptedException {
		TimeUnit.SECONDS.sleep(3);
		scheduler.submit(Tasks::fetch);
	}

	/**
	 * Two tasks of one thread, the first of which never ends.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Plan {

		@Scheduled(fixedDelay = 1000)
		void report() throws Exception {
			Remote.ask();
		}

		@Scheduled(cron = "* * * * * *")
		void tick() {
			result++;
		}

	}

	/**
	 * A task that is due each second.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Tick {

		@Scheduled(cron = "* * * * * *")
		void tick() {
			result++;
		}

	}

	@Sick(value = "the thread of a Timer has died of an exception",
			says = { "Timer-0", "died", "Tasks\\.poll\\(Tasks\\.java:\\d+\\)" })
	static void deadTimer() {
		new Timer().schedule(new TimerTask() {

			@Override
			public void run() {
				poll();
			}

		}, 1000, 1000);
	}

	private static void poll() {
		throw new IllegalStateException("no connection to the exchange");
	}

	@Sick(value = "a consumer has died of an exception, producers wait before its full queue",
			says = { "consumer", "died", "Tasks\\.consume\\(Tasks\\.java:\\d+\\)" })
	static void deadConsumer() {
		BlockingQueue<String> queue = new ArrayBlockingQueue<>(10);
		CROWD.add(1, "order-consumer", () -> consume(queue));
		CROWD.add(4, "producer", () -> {
			while (true) {
				produce(queue);
			}
		});
	}

	private static void consume(BlockingQueue<String> queue) throws InterruptedException {
		throw new IllegalStateException("cannot read " + queue.take());
	}

	private static void produce(BlockingQueue<String> queue) throws InterruptedException {
		queue.put("order");
	}

	@Sick(value = "producers wait before a full queue whose consumer waits for an answer",
			says = { "7 |8 ", "Tasks\\.(?:produce|drain)\\(Tasks\\.java:\\d+\\)" })
	static void fullQueue() {
		BlockingQueue<String> queue = new ArrayBlockingQueue<>(10);
		CROWD.add(1, "queue-consumer", () -> drain(queue));
		CROWD.add(7, "producer", () -> {
			while (true) {
				produce(queue);
			}
		});
	}

	private static void drain(BlockingQueue<String> queue) throws Exception {
		queue.take();
		Remote.ask();
	}

	@Sick(value = "all Quartz workers are busy with a job that does not end",
			says = { "10 ", "[Qq]uartz", "Backup\\.execute\\(Tasks\\.java:\\d+\\)" })
	static void quartzBusy() throws Exception {
		Scheduler scheduler = new StdSchedulerFactory().getScheduler();
		scheduler.start();
		for (int i = 0; i < 15; i++) {
			scheduler.scheduleJob(JobBuilder.newJob(Backup.class).build(),
					TriggerBuilder.newTrigger().startNow().build());
		}
	}

	/**
	 * A job that asks a server.
	 */
	public static class Backup implements Job {

		@Override
		public void execute(JobExecutionContext context) throws JobExecutionException {
			try {
				Remote.ask();
			}
			catch (Exception ex) {
				throw new JobExecutionException(ex);
			}
		}

	}

	@Sick(value = "a loop that never ends",
			says = { "indexer", "\\d+ % of a CPU", "Tasks\\.index\\(Tasks\\.java:\\d+\\)" })
	@Setup(busy = true)
	static void hotLoop() {
		CROWD.add(1, "indexer", Tasks::index);
	}

	private static void index() {
		for (long i = 1; i > 0; i = (i % 1000) + 1) {
			result += i;
		}
	}

	@Sick(value = "a regular expression gone wild within a request",
			says = { "\\d+ % of a CPU|has run|runs for", "Tasks\\.check\\(Tasks\\.java:\\d+\\)" })
	@Setup(busy = true)
	static void wildExpression(Desk desk) throws Exception {
		desk.serves(Tasks::check).visitedBy(1);
	}

	private static Object check() {
		return Pattern.matches("(a+)+\\1?b", "a".repeat(200));
	}

	@Sick(value = "two threads that give way to each other for ever",
			says = { "2 |polite", "Tasks\\.giveWay\\w+\\(Tasks\\.java:\\d+\\)" })
	@Setup(busy = true)
	static void livelock() {
		CROWD.add(1, "polite-1", Tasks::giveWayLeft);
		CROWD.add(1, "polite-2", Tasks::giveWayRight);
	}

	private static void giveWayLeft() {
		while (rightWants) {
			leftWants = false;
			Thread.onSpinWait();
			leftWants = true;
		}
	}

	private static void giveWayRight() {
		while (leftWants || !rightWants) {
			rightWants = true;
			Thread.onSpinWait();
		}
	}

	@Sick(value = "the queue of an executor is full, tasks are rejected",
			says = { "bookings", "50 of 50", "Tasks\\.fetch\\(Tasks\\.java:\\d+\\)" })
	@Setup(with = Bookings.class)
	static void rejectingExecutor(ThreadPoolTaskExecutor bookings) {
		for (int i = 0; i < 53; i++) {
			bookings.submit(Tasks::fetch);
		}
	}

	/**
	 * A small executor.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Bookings {

		@Bean
		ThreadPoolTaskExecutor bookings() {
			ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
			executor.setCorePoolSize(3);
			executor.setMaxPoolSize(3);
			executor.setQueueCapacity(50);
			return executor;
		}

	}

	@Sick(value = "120 pools of one thread, one made for each request", says = { "120|1\\d\\d", "pool", "thread" })
	static void poolForEachRequest() throws Exception {
		for (int i = 0; i < 120; i++) {
			ExecutorService pool = Executors.newSingleThreadExecutor();
			POOLS.add(pool);
			pool.submit(Object::new).get();
		}
	}

	@Sick(value = "the only thread of a pool waits for an answer, requests wait for its results",
			says = { "1[01] ", "Tasks\\.fetch\\(Tasks\\.java:\\d+\\)" })
	static void requestsWaitForPool(Desk desk) throws Exception {
		ExecutorService pool = Executors.newSingleThreadExecutor();
		desk.serves(() -> pool.submit(Tasks::fetch).get()).visitedBy(10);
	}

	@Sick(value = "consumers of a queue handle what they took, all at one silent server, while more comes",
			says = { "3 ", "Tasks\\.drain\\(Tasks\\.java:\\d+\\)" })
	static void consumersStuck() {
		BlockingQueue<String> queue = new LinkedBlockingQueue<>(Collections.nCopies(5000, "order"));
		CROWD.add(3, "order-handler", () -> drain(queue));
	}

}
