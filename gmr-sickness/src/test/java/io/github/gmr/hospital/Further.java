package io.github.gmr.hospital;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

import io.github.gmr.remote.Remote;
import io.github.gmr.sickness.Crowd;

/**
 * Kinds that were thought up after what finds them was made.
 */
final class Further {

	private static final Crowd CROWD = new Crowd();

	private static final ExecutorService INVOICES = Executors.newFixedThreadPool(4);

	private static final ExecutorService MAILS = Executors.newFixedThreadPool(4);

	private static final SynchronousQueue<String> HAND_OFF = new SynchronousQueue<>();

	private static final StampedLock STAMPED = new StampedLock();

	private static final ReentrantReadWriteLock PRICES = new ReentrantReadWriteLock();

	private static final PipedOutputStream PIPE = new PipedOutputStream();

	private static volatile boolean open;

	private Further() {
	}

	@Sick(value = "two pools whose tasks wait for tasks of each other, requests wait for one of them", says = { "8 ",
			"for each other", "result of a task", "Further\\.(?:invoice|mail|bill)\\(Further\\.java:\\d+\\)" })
	static void crossedPools(Desk desk) throws IOException {
		for (int i = 0; i < 4; i++) {
			INVOICES.submit(Further::invoice);
			MAILS.submit(Further::mail);
		}
		desk.serves(Further::bill).visitedBy(8);
	}

	private static Object invoice() throws Exception {
		TimeUnit.SECONDS.sleep(1);
		Future<Object> mail = MAILS.submit(Object::new);
		return mail.get();
	}

	private static Object mail() throws Exception {
		TimeUnit.SECONDS.sleep(1);
		Future<Object> invoice = INVOICES.submit(Object::new);
		return invoice.get();
	}

	private static Object bill() throws Exception {
		Future<Object> invoice = INVOICES.submit(Object::new);
		return invoice.get();
	}

	@Sick(value = "requests hand over to a consumer that has died",
			says = { "5 |consumer", "Further\\.(?:handOver|consume)\\(Further\\.java:\\d+\\)" })
	static void deadConsumer(Desk desk) throws IOException {
		CROWD.add(1, "consumer", Further::consume);
		desk.serves(Further::handOver).visitedBy(6);
	}

	private static void consume() throws InterruptedException {
		HAND_OFF.take();
		throw new IllegalStateException("not what was expected");
	}

	private static String handOver() throws InterruptedException {
		HAND_OFF.put("order");
		return "handed over";
	}

	@Sick(value = "requests spin until a flag is set",
			says = { "2 |GET /order", "CPU|busy|processor", "Further\\.spin\\(Further\\.java:\\d+\\)" })
	@Setup(busy = true)
	static void spinningRequests(Desk desk) throws IOException {
		desk.serves(Further::spin).visitedBy(2);
	}

	private static String spin() {
		while (!open) {
			Thread.onSpinWait();
		}
		return "open";
	}

	@Sick(value = "the read lock of a StampedLock was never given back, requests want to write",
			says = { "StampedLock", "6 ", "Further\\.reprice\\(Further\\.java:\\d+\\)" })
	static void forgottenReader(Desk desk) throws IOException {
		STAMPED.readLock();
		desk.serves(Further::reprice).visitedBy(6);
	}

	private static String reprice() {
		long stamp = STAMPED.writeLock();
		try {
			return "repriced";
		}
		finally {
			STAMPED.unlockWrite(stamp);
		}
	}

	@Sick(value = "a thread has ended with a read lock, requests want to write",
			says = { "write lock", "6 ", "Further\\.change\\(Further\\.java:\\d+\\)" })
	static void readerThatHasEnded(Desk desk) throws Exception {
		Thread reader = new Thread(() -> PRICES.readLock().lock(), "reader");
		reader.start();
		reader.join();
		desk.serves(Further::change).visitedBy(6);
	}

	private static String change() {
		PRICES.writeLock().lock();
		try {
			return "changed";
		}
		finally {
			PRICES.writeLock().unlock();
		}
	}

	@Sick(value = "requests wait for the end of a thread that waits for an answer", says = { "7 ",
			"end of (?:a|another) thread|answer|socket", "Further\\.(?:load|awaitLoad)\\(Further\\.java:\\d+\\)" })
	static void joinedThread(Desk desk) throws IOException {
		Thread loader = new Thread(Further::load, "loader");
		loader.setDaemon(true);
		loader.start();
		desk.serves(() -> awaitLoad(loader)).visitedBy(7);
	}

	private static void load() {
		try {
			Remote.ask();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String awaitLoad(Thread loader) throws InterruptedException {
		loader.join();
		return "loaded";
	}

	@Sick(value = "requests write into a pipe that nobody reads",
			says = { "5 ", "Further\\.pipe\\(Further\\.java:\\d+\\)" })
	static void fullPipe(Desk desk) throws IOException {
		CROWD.add(1, "pipe", () -> {
			new PipedInputStream(PIPE);
			Thread.sleep(Long.MAX_VALUE);
		});
		desk.serves(Further::pipe).visitedBy(5);
	}

	private static String pipe() throws IOException {
		synchronized (Further.class) {
			for (int i = 0; i < 2000; i++) {
				PIPE.write(i);
			}
		}
		return "written";
	}

	@Sick(value = "requests try again for ever to connect to a server that is down",
			says = { "6 ", "Further\\.retry\\(Further\\.java:\\d+\\)" })
	static void retriesForEver(Desk desk) throws IOException {
		desk.serves(Further::retry).visitedBy(6);
	}

	private static String retry() throws Exception {
		while (true) {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), 9)) {
				return socket.toString();
			}
			catch (ConnectException ex) {
				TimeUnit.SECONDS.sleep(1);
			}
		}
	}

}
