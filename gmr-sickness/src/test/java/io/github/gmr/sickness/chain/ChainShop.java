package io.github.gmr.sickness.chain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import com.sun.net.httpserver.HttpServer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * A shop whose requests go through a chain of links, each of which lets few through at a
 * time, to an end that lets none go on before it is released.
 */
@SpringBootApplication
class ChainShop {

	public static void main(String[] args) {
		ConfigurableApplicationContext context = SpringApplication.run(ChainShop.class, args);
		System.out.println("ready " + context.getEnvironment().getProperty("local.server.port"));
	}

	/**
	 * Answers requests.
	 */
	@RestController
	static class Counter {

		private final Links links;

		private final Ends ends;

		Counter(PlatformTransactionManager transactions) throws IOException {
			this.ends = new Ends();
			this.links = new Links(new TransactionTemplate(transactions), this.ends);
		}

		@GetMapping("/chain")
		String chain(@RequestParam String links) throws Exception {
			this.links.follow(Arrays.asList(links.split(">")));
			return "done";
		}

		@PostMapping("/close")
		void close() {
			this.ends.close();
		}

		@PostMapping("/open")
		void open() {
			this.ends.open();
		}

	}

	/**
	 * What requests go through.
	 */
	private static final class Links {

		private final TransactionTemplate transactions;

		private final Ends ends;

		private final Object monitor = new Object();

		private final ReentrantLock lock = new ReentrantLock();

		private final ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();

		private final Semaphore permits = new Semaphore(2);

		private final ExecutorService pool = Executors.newFixedThreadPool(2);

		private final ExecutorService helpers = Executors.newFixedThreadPool(2);

		private Links(TransactionTemplate transactions, Ends ends) {
			this.transactions = transactions;
			this.ends = ends;
		}

		private void follow(List<String> links) throws Exception {
			List<String> rest = links.subList(1, links.size());
			switch (links.get(0)) {
				case "connection" -> withConnection(rest);
				case "monitor" -> withMonitor(rest);
				case "lock" -> withLock(rest);
				case "write" -> withWriteLock(rest);
				case "permit" -> withPermit(rest);
				case "task" -> asTask(rest);
				case "stage" -> asStage(rest);
				case "remote" -> this.ends.callBank();
				case "sleep" -> this.ends.sleep();
				case "latch" -> this.ends.awaitLatch();
				case "news" -> this.ends.awaitNews();
				case "busy" -> this.ends.calculate();
				default -> throw new IllegalArgumentException(links.get(0));
			}
		}

		private void unchecked(List<String> rest) {
			try {
				follow(rest);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

		private void withConnection(List<String> rest) {
			this.transactions.executeWithoutResult((status) -> unchecked(rest));
		}

		private void withMonitor(List<String> rest) throws Exception {
			synchronized (this.monitor) {
				follow(rest);
			}
		}

		private void withLock(List<String> rest) throws Exception {
			this.lock.lock();
			try {
				follow(rest);
			}
			finally {
				this.lock.unlock();
			}
		}

		private void withWriteLock(List<String> rest) throws Exception {
			this.readWrite.writeLock().lock();
			try {
				follow(rest);
			}
			finally {
				this.readWrite.writeLock().unlock();
			}
		}

		private void withPermit(List<String> rest) throws Exception {
			this.permits.acquire();
			try {
				follow(rest);
			}
			finally {
				this.permits.release();
			}
		}

		private void asTask(List<String> rest) throws Exception {
			this.pool.submit(() -> unchecked(rest)).get();
		}

		private void asStage(List<String> rest) {
			CompletableFuture.runAsync(() -> unchecked(rest), this.helpers).join();
		}

	}

	/**
	 * Where chains end.
	 */
	private static final class Ends {

		private final RestClient bank;

		private final Set<Thread> sleepers = new HashSet<>();

		private volatile CountDownLatch opened = new CountDownLatch(1);

		private Ends() throws IOException {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setExecutor(Executors.newCachedThreadPool());
			server.createContext("/", (exchange) -> {
				awaitLatch();
				exchange.sendResponseHeaders(200, -1);
				exchange.close();
			});
			server.start();
			this.bank = RestClient.builder()
				.requestFactory(new SimpleClientHttpRequestFactory())
				.baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
				.build();
		}

		private void close() {
			this.opened = new CountDownLatch(1);
		}

		private void open() {
			this.opened.countDown();
			synchronized (this.sleepers) {
				this.sleepers.forEach(Thread::interrupt);
				this.sleepers.clear();
			}
		}

		private void callBank() {
			this.bank.get().uri("/charge").retrieve().toBodilessEntity();
		}

		/**
		 * Sleep until the latch is opened, which interrupts those that sleep only.
		 */
		private void sleep() {
			synchronized (this.sleepers) {
				if (this.opened.getCount() == 0) {
					return;
				}
				this.sleepers.add(Thread.currentThread());
			}
			try {
				Thread.sleep(3_600_000);
			}
			catch (InterruptedException ex) {
				// That is how it ends
			}
		}

		private void awaitLatch() {
			try {
				this.opened.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		/**
		 * Wait as long polling does.
		 */
		private void awaitNews() throws InterruptedException {
			this.opened.await();
		}

		private void calculate() {
			long sum = 0;
			while (this.opened.getCount() > 0) {
				sum += sum * 31 + 7;
			}
		}

	}

}
