package io.github.gmr.view;

import java.util.LinkedHashMap;
import java.util.Map;

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
	 * Return what is known about a thread apart from its stack and locks.
	 * @param facts the facts
	 * @return the values by key, in order
	 */
	public static Map<String, @Nullable Object> of(ThreadFacts facts) {
		Map<String, @Nullable Object> keys = new LinkedHashMap<>();
		if (facts instanceof PlatformThreadFacts platform) {
			putPlatform(platform, keys);
		}
		else if (facts instanceof VirtualThreadFacts virtual) {
			keys.put("carrier", virtual.carrier());
			keys.put("container", virtual.container());
		}
		return keys;
	}

	/**
	 * Return what is known about a lock.
	 * @param lock the lock
	 * @return the values by key, in order
	 */
	public static Map<String, @Nullable Object> of(ThreadLock lock) {
		Map<String, @Nullable Object> keys = new LinkedHashMap<>();
		keys.put("relation", lock.relation().label());
		keys.put("depth", lock.depth());
		keys.put("class", lock.className());
		keys.put("identity", lock.id().hex());
		ThreadLock.Owner owner = lock.owner();
		if (owner != null) {
			keys.put("ownerId", owner.id());
			keys.put("ownerName", owner.name());
		}
		return keys;
	}

	private static void putPlatform(PlatformThreadFacts facts, Map<String, @Nullable Object> keys) {
		keys.put("daemon", facts.daemon());
		keys.put("priority", facts.priority());
		keys.put("inNative", facts.inNative());
		keys.put("suspended", facts.suspended());
		ThreadUsage usage = facts.usage();
		keys.put("cpuMs", (usage.cpuNanos() != null) ? Millis.ofNanos(usage.cpuNanos()) : null);
		keys.put("userMs", (usage.userNanos() != null) ? Millis.ofNanos(usage.userNanos()) : null);
		keys.put("allocatedBytes", usage.allocatedBytes());
		keys.put("blockedCount", usage.blocked());
		keys.put("waitedCount", usage.waited());
		if (facts.rates() != null) {
			putRates(facts.rates(), keys);
		}
	}

	private static void putRates(ThreadRates rates, Map<String, @Nullable Object> keys) {
		keys.put("cpuPercent", rates.cpuPercent());
		keys.put("allocatedBytesPerSecond", rates.allocatedBytesPerSecond());
		keys.put("unmoved", rates.unmoved());
	}

}
