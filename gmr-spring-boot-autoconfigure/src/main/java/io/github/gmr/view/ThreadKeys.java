package io.github.gmr.view;

import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.ThreadFacts;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.content.thread.VirtualThreadFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is known about threads, by the keys that structured formats have for it. What the
 * JVM does not tell is {@code null}.
 */
public final class ThreadKeys {

	private ThreadKeys() {
	}

	/**
	 * Pass on what is known about a thread apart from its stack and locks.
	 * @param <E> the type of exception when it cannot be written
	 * @param facts the facts
	 * @param keys takes each key and value, in order
	 * @throws E if it cannot be written
	 */
	public static <E extends Exception> void each(ThreadFacts facts, Keys<E> keys) throws E {
		if (facts instanceof PlatformThreadFacts platform) {
			putPlatform(platform, keys);
		}
		else if (facts instanceof VirtualThreadFacts virtual) {
			keys.accept("carrier", virtual.carrier());
			keys.accept("container", virtual.container());
		}
	}

	/**
	 * Pass on what is known about a lock.
	 * @param <E> the type of exception when it cannot be written
	 * @param lock the lock
	 * @param keys takes each key and value, in order
	 * @throws E if it cannot be written
	 */
	public static <E extends Exception> void each(ThreadLock lock, Keys<E> keys) throws E {
		keys.accept("relation", lock.relation().label());
		keys.accept("depth", lock.depth());
		keys.accept("class", lock.className());
		keys.accept("identity", lock.id().hex());
		ThreadLock.Owner owner = lock.owner();
		if (owner != null) {
			keys.accept("ownerId", owner.id());
			keys.accept("ownerName", owner.name());
		}
	}

	private static <E extends Exception> void putPlatform(PlatformThreadFacts facts, Keys<E> keys) throws E {
		keys.accept("daemon", facts.daemon());
		keys.accept("priority", facts.priority());
		keys.accept("inNative", facts.inNative());
		keys.accept("suspended", facts.suspended());
		ThreadUsage usage = facts.usage();
		keys.accept("cpuMs", (usage.cpuNanos() != null) ? Millis.ofNanos(usage.cpuNanos()) : null);
		keys.accept("userMs", (usage.userNanos() != null) ? Millis.ofNanos(usage.userNanos()) : null);
		keys.accept("allocatedBytes", usage.allocatedBytes());
		keys.accept("blockedCount", usage.blocked());
		keys.accept("waitedCount", usage.waited());
		if (facts.rates() != null) {
			putRates(facts.rates(), keys);
		}
	}

	private static <E extends Exception> void putRates(ThreadRates rates, Keys<E> keys) throws E {
		keys.accept("cpuPercent", rates.cpuPercent());
		keys.accept("allocatedBytesPerSecond", rates.allocatedBytesPerSecond());
		keys.accept("unmoved", rates.isUnmoved());
		keys.accept("unmovedMs", rates.unmoved().toMillis());
	}

	/**
	 * Takes keys and values.
	 *
	 * @param <E> the type of exception when they cannot be written
	 */
	@FunctionalInterface
	public interface Keys<E extends Exception> {

		/**
		 * Take a key and its value.
		 * @param key the key
		 * @param value the value, {@code null} if the JVM does not tell it
		 * @throws E if it cannot be written
		 */
		void accept(String key, @Nullable Object value) throws E;

	}

}
