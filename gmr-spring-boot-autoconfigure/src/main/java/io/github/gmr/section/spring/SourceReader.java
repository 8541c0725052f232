package io.github.gmr.section.spring;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.github.gmr.section.Walk;

import org.springframework.core.env.PropertySource;

/**
 * Reads property sources one after the other on a thread that may be left behind: a
 * source that does not answer costs only itself. It is not asked again as long as the
 * thread waits for it.
 */
final class SourceReader {

	private static final long PATIENCE = 1200;

	private static final long MIN_PATIENCE = 100;

	private final Map<PropertySource<?>, BooleanSupplier> stuck = Collections.synchronizedMap(new IdentityHashMap<>());

	private final Executor executor;

	private final long patience;

	SourceReader(Executor executor) {
		this(executor, PATIENCE);
	}

	/**
	 * Create a reader.
	 * @param executor has a thread other than the caller's
	 * @param patience the milliseconds that all sources together may let it wait for
	 * nothing; a source may take half of what is left
	 */
	SourceReader(Executor executor, long patience) {
		this.executor = executor;
		this.patience = patience;
	}

	/**
	 * Read all sources.
	 * @param sources the sources
	 * @return what they said, in the same order
	 */
	List<SourceReading> read(List<PropertySource<?>> sources) {
		this.stuck.values().removeIf(BooleanSupplier::getAsBoolean);
		AtomicReferenceArray<SourceReading> readings = new AtomicReferenceArray<>(sources.size());
		Patience left = new Patience();
		Walk walk = new Walk(this.executor, sources.size(),
				(i) -> readings.compareAndSet(i, null, read(sources.get(i))));
		walk.go(left::next, (i, waited, over) -> {
			this.stuck.put(sources.get(i), over);
			readings.compareAndSet(i, null, SourceReading.silent(sources.get(i), "no answer within " + waited + " ms"));
		});
		return IntStream.range(0, sources.size()).mapToObj(readings::get).toList();
	}

	private SourceReading read(PropertySource<?> source) {
		return this.stuck.containsKey(source) ? SourceReading.silent(source, "no answer since an earlier report")
				: SourceReading.of(source);
	}

	/**
	 * Gives each source half of the patience that is left.
	 */
	private final class Patience {

		private long left = SourceReader.this.patience;

		private long next() {
			long limit = Math.max(this.left / 2, MIN_PATIENCE);
			this.left -= limit;
			return limit;
		}

	}

}
