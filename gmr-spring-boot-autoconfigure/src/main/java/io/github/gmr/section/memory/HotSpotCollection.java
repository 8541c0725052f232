package io.github.gmr.section.memory;

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import io.github.gmr.section.memory.GarbageCollections.LastCollection;
import org.jspecify.annotations.Nullable;

/**
 * The last collection of a collector of HotSpot. The JVM notifies of its cause when it
 * happens, on a thread of its own; it cannot be asked for later.
 */
final class HotSpotCollection implements LastCollection, NotificationListener {

	private final GarbageCollectorMXBean collector;

	private final AtomicLong explicit = new AtomicLong();

	private final long longest;

	private volatile String cause = "";

	private volatile LongPause pause = LongPause.NONE;

	/**
	 * Listen to a collector.
	 * @param collector the collector
	 * @param longest how long the application may stand still for it
	 */
	HotSpotCollection(GarbageCollectorMXBean collector, Duration longest) {
		this.collector = collector;
		this.longest = longest.toMillis();
		if (collector instanceof NotificationEmitter emitter) {
			emitter.addNotificationListener(this, null, null);
		}
	}

	@Override
	public GarbageCollectorMXBean collector() {
		return this.collector;
	}

	@Override
	public void handleNotification(Notification notification, @Nullable Object handback) {
		if (notification.getUserData() instanceof CompositeData data) {
			GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(data);
			String cause = info.getGcCause();
			this.cause = cause;
			keepIfLong(info.getGcInfo(), cause);
			if (cause.equals(ExplicitCollections.CAUSE) && !countsPauses()) {
				this.explicit.incrementAndGet();
			}
		}
	}

	/**
	 * Keep a pause that was long. Notifications come one after another.
	 */
	private void keepIfLong(GcInfo info, String cause) {
		if (info.getDuration() >= this.longest && CollectionTime.isPausing(this.collector)) {
			this.pause = this.pause.or(new LongPause(info.getDuration(), info.getEndTime(), cause));
		}
	}

	@Override
	public LongPause longPause() {
		return this.pause;
	}

	/**
	 * Return what was in use of a pool afterwards. A collector answers for its own pools
	 * only, and one that counts pauses has seen no whole collection.
	 */
	@Override
	public @Nullable MemoryUsage after(MemoryPoolMXBean pool) {
		GcInfo info = this.collector.getLastGcInfo();
		boolean responsible = List.of(this.collector.getMemoryPoolNames()).contains(pool.getName()) && !countsPauses();
		return (info != null && responsible) ? info.getMemoryUsageAfterGc().get(pool.getName()) : null;
	}

	@Override
	public String cause() {
		return this.cause;
	}

	@Override
	public long explicit() {
		return this.explicit.get();
	}

	/**
	 * Returns whether this counts the pauses of collections that another one counts.
	 */
	private boolean countsPauses() {
		return this.collector.getName().endsWith(" Pauses");
	}

	@Override
	public @Nullable Duration took() {
		GcInfo info = this.collector.getLastGcInfo();
		return (info != null) ? Duration.ofMillis(info.getDuration()) : null;
	}

	@Override
	public long ended() {
		GcInfo info = this.collector.getLastGcInfo();
		return (info != null) ? info.getEndTime() : -1;
	}

	@Override
	public void close() {
		try {
			if (this.collector instanceof NotificationEmitter emitter) {
				emitter.removeNotificationListener(this);
			}
		}
		catch (ListenerNotFoundException ex) {
			// Closed already
		}
	}

}
