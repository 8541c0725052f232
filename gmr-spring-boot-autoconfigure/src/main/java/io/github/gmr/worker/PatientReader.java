package io.github.gmr.worker;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads things of the application one after the other on a thread that may be left
 * behind: one that does not answer costs only itself. It is not asked again as long as
 * the thread waits for it.
 *
 * @param <T> the type of things, told from each other by identity
 * @param <R> what is read of one
 */
public final class PatientReader<T, R> {

	private static final long MIN_PATIENCE = 100;

	private final Map<T, BooleanSupplier> stuck = Collections.synchronizedMap(new IdentityHashMap<>());

	private final Executor executor;

	private final long patience;

	private final Function<T, R> reading;

	private final BiFunction<T, String, R> silence;

	/**
	 * Create a reader.
	 * @param executor has a thread other than the caller's
	 * @param patience the milliseconds that all things together may let it wait for
	 * nothing; each may take half of what is left
	 * @param reading reads one, and must not throw
	 * @param silence what to say of one that does not answer, in these words
	 */
	public PatientReader(Executor executor, long patience, Function<T, R> reading, BiFunction<T, String, R> silence) {
		this.executor = executor;
		this.patience = patience;
		this.reading = reading;
		this.silence = silence;
	}

	/**
	 * Read all things.
	 * @param things the things
	 * @return what was read, in the same order
	 */
	public List<R> read(List<? extends T> things) {
		this.stuck.values().removeIf(BooleanSupplier::getAsBoolean);
		AtomicReferenceArray<R> readings = new AtomicReferenceArray<>(things.size());
		Patience left = new Patience();
		Walk walk = new Walk(this.executor, things.size(), (i) -> readings.compareAndSet(i, null, read(things.get(i))));
		walk.go(left::next, (i, waited, over) -> {
			this.stuck.put(things.get(i), over);
			readings.compareAndSet(i, null, this.silence.apply(things.get(i), "no answer within " + waited + " ms"));
		});
		return IntStream.range(0, things.size()).mapToObj(readings::get).toList();
	}

	private R read(T thing) {
		return this.stuck.containsKey(thing) ? this.silence.apply(thing, "no answer since an earlier report")
				: this.reading.apply(thing);
	}

	/**
	 * Gives each thing half of the patience that is left.
	 */
	private final class Patience {

		private long left = PatientReader.this.patience;

		private long next() {
			long limit = Math.max(this.left / 2, MIN_PATIENCE);
			this.left -= limit;
			return limit;
		}

	}

}
