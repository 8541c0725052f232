package io.github.gmr.section.threads;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.thread.LockId;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.lock.LockCycle;
import io.github.gmr.section.lock.LockWait;

/**
 * Finds threads that wait for each other to initialise classes, or for another one that
 * does not come to the end of it. Such a thread is RUNNABLE for Java, on 17 as on 25, and
 * only HotSpot's own dump shows what it waits for. That one is taken only if some thread
 * initialises a class and at least two look as if they ran, but have used no CPU time
 * since the report has looked at all threads.
 */
final class ClassInitialization {

	static final Check CHECK = new Check("class-initialization-stuck");

	private static final String INITIALISER = "<clinit>";

	/**
	 * So long hardly any class is initialised.
	 */
	private static final Duration LONG = Duration.ofSeconds(10);

	private static final Pattern THREAD = Pattern.compile("\".*\" #(\\d+) .*");

	private static final Pattern WAIT = Pattern.compile("\\s+- waiting on the Class initialization monitor for (\\S+)");

	private final ThreadMXBean bean = ManagementFactory.getThreadMXBean();

	private final PlatformSnapshot snapshot;

	private final Dump dump;

	ClassInitialization(PlatformSnapshot snapshot, Dump dump) {
		this.snapshot = snapshot;
		this.dump = dump;
	}

	/**
	 * Look for threads that wait for each other.
	 * @return the result
	 * @throws JMException if this JVM has no such dump
	 */
	Check.Result check() throws JMException {
		List<ThreadInfo> standing = this.snapshot.threads().stream().filter(this::looksAsIfItRan).toList();
		if (standing.size() < 2 || this.snapshot.threads().stream().noneMatch((thread) -> initialises(thread, ""))) {
			return CHECK.fine();
		}
		List<LockWait> waits = waits(this.dump.read());
		List<LockCycle> cycles = LockCycle.find(waits);
		return CHECK.of(cycles.isEmpty() ? slow(waits) : cycles.stream().map(ClassInitialization::finding).toList());
	}

	/**
	 * Returns the classes that others wait for, and the initialisers of which stand
	 * still.
	 */
	private List<Finding> slow(List<LockWait> waits) {
		Map<LockId, List<LockWait>> classes = new LinkedHashMap<>();
		waits.forEach((wait) -> classes.computeIfAbsent(wait.lock(), (type) -> new ArrayList<>()).add(wait));
		List<Finding> findings = new ArrayList<>();
		classes.values().forEach((waiting) -> {
			ThreadInfo holder = this.snapshot.thread(waiting.get(0).holder().id());
			if (waiting.size() > 1 && holder != null && this.snapshot.unmoved(holder).compareTo(LONG) >= 0) {
				findings.add(finding(waiting, holder));
			}
		});
		return findings;
	}

	private Finding finding(List<LockWait> waits, ThreadInfo holder) {
		return Content
			.warning("%d threads wait for %s, which \"%s\" #%d initialises, and that has stood still for %s, at %s",
					waits.size(), waits.get(0).lock().className(), holder.getThreadName(), holder.getThreadId(),
					this.snapshot.unmoved(holder), ApplicationCode.standing(holder.getStackTrace()))
			.evidence("waiting", waits.size())
			.threads(waits.stream().map((wait) -> wait.waiter().id()).toList())
			.holders(List.of(holder.getThreadId()))
			.since(this.snapshot.unmoved(holder))
			.next(ThreadsSection.TITLE, "#" + holder.getThreadId());
	}

	private boolean looksAsIfItRan(ThreadInfo thread) {
		StackTraceElement[] stack = thread.getStackTrace();
		return thread.getThreadState() == Thread.State.RUNNABLE && stack.length > 0 && !stack[0].isNativeMethod()
				&& hasNotRunSince(thread);
	}

	private boolean hasNotRunSince(ThreadInfo thread) {
		Long cpu = this.snapshot.usage(thread).cpuNanos();
		return cpu != null && cpu == this.bean.getThreadCpuTime(thread.getThreadId());
	}

	private static boolean initialises(ThreadInfo thread, String type) {
		return Arrays.stream(thread.getStackTrace())
			.anyMatch((frame) -> frame.getMethodName().equals(INITIALISER)
					&& (type.isEmpty() || frame.getClassName().equals(type)));
	}

	private List<LockWait> waits(String text) {
		Map<Long, String> wanted = new LinkedHashMap<>();
		long id = -1;
		for (String line : text.lines().toList()) {
			Matcher thread = THREAD.matcher(line);
			Matcher wait = WAIT.matcher(line);
			if (thread.matches()) {
				id = Long.parseLong(thread.group(1));
			}
			else if (wait.matches()) {
				wanted.put(id, wait.group(1));
			}
		}
		List<LockWait> waits = new ArrayList<>();
		wanted.forEach((waiter, type) -> addWait(waits, waiter, type));
		return waits;
	}

	private void addWait(List<LockWait> waits, long waiter, String type) {
		ThreadInfo waiting = this.snapshot.thread(waiter);
		for (ThreadInfo holder : this.snapshot.threads()) {
			if (waiting != null && holder.getThreadId() != waiter && initialises(holder, type)) {
				waits.add(new LockWait(owner(waiting), new LockId(type, 0), owner(holder)));
				return;
			}
		}
	}

	private static Owner owner(ThreadInfo thread) {
		return new Owner(thread.getThreadId(), thread.getThreadName());
	}

	private static Finding finding(LockCycle cycle) {
		List<LockWait> waits = List.copyOf(cycle.waits());
		List<Long> threads = waits.stream().map((wait) -> wait.waiter().id()).toList();
		return Content
			.critical("Deadlock of %d threads that initialise classes: %s", waits.size(),
					String.join(", ", waits.stream().map(ClassInitialization::words).toList()))
			.evidence("deadlocked", waits.size())
			.threads(threads)
			.holders(threads)
			.next(ThreadsSection.TITLE, "#" + threads.get(0));
	}

	private static String words(LockWait wait) {
		return "\"%s\" #%d waits for %s, which #%d initialises".formatted(wait.waiter().name(), wait.waiter().id(),
				wait.lock().className(), wait.holder().id());
	}

	/**
	 * HotSpot's own dump of all threads.
	 */
	@FunctionalInterface
	interface Dump {

		/**
		 * Take the dump. That stops all threads for a moment.
		 * @return the text
		 * @throws JMException if this JVM has no such dump
		 */
		String read() throws JMException;

	}

}
