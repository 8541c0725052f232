package io.github.gmr.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import io.github.gmr.content.Content;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.Pulse;
import io.github.gmr.section.threads.PlatformThreads;
import io.github.gmr.section.threads.ThreadsOptions;
import io.github.gmr.section.threads.ThreadsSection;
import io.github.gmr.section.virtual.GreenThreadsOptions;
import io.github.gmr.section.virtual.GreenThreadsSection;
import io.github.gmr.view.text.ThreadsText;

/**
 * A process that is examined: it brings its threads into a state, then writes its thread
 * sections as often as a line asks for one.
 */
final class ThreadPatient {

	static final String READY = "ready";

	static final String END = "end of section";

	private static final Object MONITOR = new Object();

	private static final Object OTHER_MONITOR = new Object();

	private static final ReentrantLock LOCK = new ReentrantLock();

	// the JDK forgets the threads of an executor that nobody refers to
	private static Executor executor;

	private ThreadPatient() {
	}

	public static void main(String[] args) throws Exception {
		switch (args[0]) {
			case "rest" -> rest();
			case "virtual-deadlock" -> deadlock(virtual(), virtual());
			case "mixed-deadlock" -> deadlock(virtual(), platform());
			case "monitor-deadlock" -> deadlock(platform(), platform());
			case "lock-deadlock" -> lockDeadlock();
			default -> park(Integer.parseInt(args[0]));
		}
		System.out.println(READY);
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			answer(line);
		}
		Runtime.getRuntime().halt(0);
	}

	private static void answer(String section) throws Exception {
		long start = System.nanoTime();
		String text = switch (section) {
			case "threads" -> text(new ThreadsSection(ThreadsOptions.DEFAULT,
					new PlatformThreads(ThreadsOptions.DEFAULT, new Pulse().threads(), new ApplicationCode(List.of())))
				.content());
			case "green-threads" ->
				text(green(new GreenThreadsOptions(Duration.ofMinutes(1), 100, 256, true, 10, Duration.ofSeconds(30))));
			case "green-threads-2s" -> text(green(GreenThreadsOptions.DEFAULT));
			default -> throw new IllegalArgumentException(section);
		};
		System.out.print(text);
		System.out.println("millis = " + (System.nanoTime() - start) / 1_000_000);
		System.out.println(END);
	}

	private static Content green(GreenThreadsOptions options) throws Exception {
		return new GreenThreadsSection(options, (task) -> daemon("gmr-worker-2", task)).content();
	}

	private static String text(Content content) throws IOException {
		StringWriter out = new StringWriter();
		if (content instanceof Threads threads) {
			new ThreadsText(threads).write(out);
		}
		else {
			out.append(((Text) content).text()).append('\n');
		}
		return out.toString();
	}

	/**
	 * Park virtual threads, started plainly and by an executor, and block some more.
	 */
	private static void rest() throws Exception {
		daemon("patient-parked", LockSupport::park);
		Thread holder = daemon("patient-holder", () -> {
			synchronized (MONITOR) {
				LockSupport.park();
			}
		});
		await(holder, Thread.State.WAITING);
		await(daemon("patient-blocked", ThreadPatient::enter), Thread.State.BLOCKED);
		if (Runtime.version().feature() < 21) {
			return;
		}
		for (int i = 0; i < 10; i++) {
			await(start(virtual(), "virtual-" + i, LockSupport::park), Thread.State.WAITING);
		}
		executor = (Executor) Executors.class.getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
			.invoke(null, virtual());
		for (int i = 0; i < 5; i++) {
			executor.execute(LockSupport::park);
		}
		await(start(virtual(), "virtual-blocked", ThreadPatient::enter), Thread.State.BLOCKED);
	}

	private static void park(int count) throws Exception {
		CountDownLatch parked = new CountDownLatch(count);
		ThreadFactory factory = virtual();
		Runnable task = () -> {
			parked.countDown();
			LockSupport.park();
		};
		Thread last = null;
		for (int i = 0; i < count; i++) {
			last = factory.newThread(task);
			last.start();
		}
		parked.await();
		await(last, Thread.State.WAITING);
	}

	private static void deadlock(ThreadFactory one, ThreadFactory two) throws Exception {
		CountDownLatch both = new CountDownLatch(2);
		Thread first = start(one, "dead-1", () -> enterBoth(MONITOR, OTHER_MONITOR, both));
		Thread second = start(two, "dead-2", () -> enterBoth(OTHER_MONITOR, MONITOR, both));
		await(first, Thread.State.BLOCKED);
		await(second, Thread.State.BLOCKED);
	}

	/**
	 * Have a virtual thread hold a lock that a platform thread waits for, and a platform
	 * thread hold a monitor that the virtual one waits for.
	 */
	private static void lockDeadlock() throws Exception {
		CountDownLatch both = new CountDownLatch(2);
		Thread first = start(virtual(), "dead-1", () -> {
			LOCK.lock();
			meet(both);
			enter();
		});
		Thread second = start(platform(), "dead-2", () -> {
			synchronized (MONITOR) {
				meet(both);
				LOCK.lock();
			}
		});
		await(first, Thread.State.BLOCKED);
		await(second, Thread.State.WAITING);
	}

	private static void enterBoth(Object first, Object second, CountDownLatch both) {
		synchronized (first) {
			meet(both);
			synchronized (second) {
				LockSupport.park();
			}
		}
	}

	private static void enter() {
		synchronized (MONITOR) {
			LockSupport.park();
		}
	}

	private static void meet(CountDownLatch both) {
		both.countDown();
		try {
			both.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Thread daemon(String name, Runnable task) {
		return start(platform(), name, task);
	}

	private static Thread start(ThreadFactory factory, String name, Runnable task) {
		Thread thread = factory.newThread(task);
		thread.setName(name);
		thread.start();
		return thread;
	}

	private static ThreadFactory platform() {
		return (task) -> {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			return thread;
		};
	}

	private static ThreadFactory virtual() throws ReflectiveOperationException {
		Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
		return (ThreadFactory) Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
	}

	private static void await(Thread thread, Thread.State state) {
		while (thread.getState() != state) {
			Thread.onSpinWait();
		}
	}

}
