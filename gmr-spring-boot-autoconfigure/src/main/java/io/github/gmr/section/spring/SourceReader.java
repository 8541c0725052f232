package io.github.gmr.section.spring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.springframework.core.env.PropertySource;

/**
 * Reads property sources one after the other on a thread that may be left behind: a
 * source that does not answer costs only itself. It is not asked again as long as the
 * thread waits for it.
 */
final class SourceReader {

	private static final long PATIENCE = 1200;

	private static final long MIN_PATIENCE = 100;

	private final Map<PropertySource<?>, Thread> stuck = Collections.synchronizedMap(new IdentityHashMap<>());

	private final long patience;

	SourceReader() {
		this(PATIENCE);
	}

	/**
	 * Create a reader.
	 * @param patience the milliseconds that all sources together may let it wait for
	 * nothing; a source may take half of what is left
	 */
	SourceReader(long patience) {
		this.patience = patience;
	}

	/**
	 * Read all sources.
	 * @param sources the sources
	 * @return what they said, in the same order
	 */
	List<SourceReading> read(List<PropertySource<?>> sources) {
		this.stuck.values().removeIf((thread) -> !thread.isAlive());
		Run run = new Run(sources);
		long left = this.patience;
		while (!run.isDone()) {
			long limit = Math.max(left / 2, MIN_PATIENCE);
			left -= limit;
			run.next(limit);
		}
		return run.readings();
	}

	/**
	 * One walk over all sources.
	 */
	private final class Run {

		private final List<PropertySource<?>> sources;

		private final AtomicReferenceArray<SourceReading> readings;

		private int next;

		Run(List<PropertySource<?>> sources) {
			this.sources = sources;
			this.readings = new AtomicReferenceArray<>(sources.size());
		}

		boolean isDone() {
			return this.next == this.sources.size();
		}

		/**
		 * Read up to the end, or up to a source that does not answer.
		 */
		void next(long limit) {
			Thread thread = start(this.next);
			int before;
			do {
				before = this.next;
				join(thread, limit);
				skipAnswered();
			}
			while (this.next > before && !isDone() && thread.isAlive());
			if (!isDone()) {
				leave(thread, limit);
			}
		}

		private Thread start(int first) {
			Thread thread = new Thread(null, () -> readFrom(first), "gmr-properties", 0, false);
			thread.setDaemon(true);
			try {
				thread.start();
			}
			catch (OutOfMemoryError ex) {
				// No thread to be had: rather take the risk of a source that blocks
				readFrom(first);
			}
			return thread;
		}

		private void readFrom(int first) {
			for (int i = first; i < this.sources.size() && this.readings.get(i) == null; i++) {
				PropertySource<?> source = this.sources.get(i);
				this.readings.compareAndSet(i, null, SourceReader.this.stuck.containsKey(source)
						? SourceReading.silent(source, "no answer since an earlier report") : SourceReading.of(source));
			}
		}

		private void leave(Thread thread, long limit) {
			PropertySource<?> source = this.sources.get(this.next);
			if (thread.isAlive()) {
				SourceReader.this.stuck.put(source, thread);
			}
			this.readings.compareAndSet(this.next, null,
					SourceReading.silent(source, "no answer within " + limit + " ms"));
			thread.interrupt();
			skipAnswered();
		}

		private void join(Thread thread, long limit) {
			try {
				thread.join(limit);
			}
			catch (InterruptedException ex) {
				thread.interrupt();
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while property sources were read", ex);
			}
		}

		private void skipAnswered() {
			while (this.next < this.sources.size() && this.readings.get(this.next) != null) {
				this.next++;
			}
		}

		List<SourceReading> readings() {
			List<SourceReading> result = new ArrayList<>();
			for (int i = 0; i < this.sources.size(); i++) {
				result.add(this.readings.get(i));
			}
			return result;
		}

	}

}
