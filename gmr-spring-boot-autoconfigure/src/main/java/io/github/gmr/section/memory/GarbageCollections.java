package io.github.gmr.section.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Table;
import org.jspecify.annotations.Nullable;

/**
 * The garbage collectors and their last collections.
 */
final class GarbageCollections implements AutoCloseable {

	private final MemoryBeans beans;

	private final List<LastCollection> collections;

	private final long begun;

	/**
	 * Listen to the collectors.
	 * @param beans have the collectors
	 * @param longest how long the application may stand still for a collection
	 */
	GarbageCollections(MemoryBeans beans, Duration longest) {
		this.begun = beans.runtime().getUptime();
		this.beans = beans;
		this.collections = beans.collectors()
			.stream()
			.map((collector) -> LastCollection.of(collector, longest))
			.toList();
	}

	/**
	 * Return what was in use of a pool after the last collection that looked through it.
	 * @param pool the pool
	 * @return the usage, or {@code null} if nothing is known or nothing is collected
	 */
	@Nullable MemoryUsage after(MemoryPoolMXBean pool) {
		MemoryUsage usage = null;
		long ended = -1;
		for (LastCollection collection : this.collections) {
			MemoryUsage left = collection.after(pool);
			if (left != null && collection.ended() > ended) {
				usage = left;
				ended = collection.ended();
			}
		}
		return (usage != null) ? usage : pool.getCollectionUsage();
	}

	/**
	 * Look whether the application asks for collections again and again.
	 * @return the result
	 */
	Check.Result checkExplicit() {
		long explicit = this.collections.stream().mapToLong(LastCollection::explicit).sum();
		return ExplicitCollections.check(explicit, Duration.ofMillis(this.beans.runtime().getUptime() - this.begun));
	}

	/**
	 * Look whether the application stood still for a collection for long lately.
	 * @return the result
	 */
	Check.Result checkPauses() {
		LongPause longest = LongPause.NONE;
		for (LastCollection collection : this.collections) {
			LongPause pause = collection.longPause();
			longest = (longest.ended() < pause.ended()) ? longest.or(pause) : pause.or(longest);
		}
		return longest.check(this.beans.runtime().getUptime());
	}

	Table table() {
		return Content.table(this.collections, (table) -> {
			table.column("collector", (collection) -> collection.collector().getName());
			table.column("collections", (collection) -> collection.collector().getCollectionCount());
			table.column("time", (collection) -> Duration.ofMillis(collection.collector().getCollectionTime()));
			table.column("last cause", LastCollection::cause);
			table.column("last took", LastCollection::took);
			table.column("since last", this::ended);
		});
	}

	private @Nullable Duration ended(LastCollection collection) {
		long ended = collection.ended();
		return (ended >= 0) ? Duration.ofMillis(this.beans.runtime().getUptime() - ended) : null;
	}

	@Override
	public void close() {
		this.collections.forEach(LastCollection::close);
	}

	/**
	 * The last collection of one collector, as far as this JVM reports it.
	 */
	interface LastCollection extends AutoCloseable {

		GarbageCollectorMXBean collector();

		default @Nullable MemoryUsage after(MemoryPoolMXBean pool) {
			return null;
		}

		default String cause() {
			return "";
		}

		/**
		 * Return how many there were that the application has asked for.
		 * @return the number since this was made
		 */
		default long explicit() {
			return 0;
		}

		/**
		 * Return the one of the last minutes for which the application stood still for
		 * long.
		 * @return the pause, {@link LongPause#NONE} if there was none
		 */
		default LongPause longPause() {
			return LongPause.NONE;
		}

		default @Nullable Duration took() {
			return null;
		}

		/**
		 * Return when it ended.
		 * @return the milliseconds since the JVM started, negative if there was none
		 */
		default long ended() {
			return -1;
		}

		@Override
		default void close() {
		}

		static LastCollection of(GarbageCollectorMXBean collector, Duration longest) {
			try {
				return (collector instanceof com.sun.management.GarbageCollectorMXBean hotSpot)
						? new HotSpotCollection(hotSpot, longest) : () -> collector;
			}
			catch (LinkageError ex) {
				// an image without the module jdk.management
				return () -> collector;
			}
		}

	}

}
