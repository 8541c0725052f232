package io.github.gmr.section.pulse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

import io.github.gmr.section.pulse.FigureSource.Figure;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an application over the last five minutes, three hours and three days.
 * Thread-safe.
 */
public final class FigureHistory {

	/**
	 * How many figures are kept, so that an application with a thousand pools costs no
	 * more.
	 */
	static final int MAX = 200;

	private final FigureSource jvm;

	private volatile List<FigureSource> sources;

	private final Executor workers;

	private final LongSupplier clock;

	/**
	 * Sources that have not answered yet, told from others by identity.
	 */
	private final Set<FigureSource> asked = Collections
		.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

	private final Map<String, Series> series = new LinkedHashMap<>();

	/**
	 * Create a history.
	 * @param jvm has figures that are always at hand
	 * @param sources have figures that may keep whoever asks waiting
	 * @param workers ask these sources
	 */
	public FigureHistory(FigureSource jvm, List<FigureSource> sources, Executor workers) {
		this(jvm, sources, workers, System::nanoTime);
	}

	FigureHistory(FigureSource jvm, List<FigureSource> sources, Executor workers, LongSupplier clock) {
		this.jvm = jvm;
		this.sources = List.copyOf(sources);
		this.workers = workers;
		this.clock = clock;
	}

	/**
	 * Read the figures of other sources from now on. Those that are sections may need
	 * this history themselves.
	 * @param sources have figures that may keep whoever asks waiting
	 */
	public void follow(List<FigureSource> sources) {
		this.sources = List.copyOf(sources);
	}

	/**
	 * Return the time.
	 * @return the time of {@link System#nanoTime()}
	 */
	long now() {
		return this.clock.getAsLong();
	}

	/**
	 * Read the figures. Those that may keep whoever asks waiting are read on a worker,
	 * which is not waited for.
	 * @param time the time of {@link System#nanoTime()}
	 */
	void look(long time) {
		read(this.jvm, time);
		try {
			this.workers.execute(() -> ask(time));
		}
		catch (RejectedExecutionException ex) {
			// The next look tries again
		}
	}

	/**
	 * Read the figures now.
	 * @return when that was, as of {@link System#nanoTime()}
	 */
	public long refresh() {
		long time = this.clock.getAsLong();
		read(this.jvm, time);
		ask(time);
		return time;
	}

	private void ask(long time) {
		this.sources.forEach((source) -> attempt(source, time));
	}

	/**
	 * Read one of many sources, unless it is being read: if it fails or hangs the others
	 * are read all the same, the latter at the next look.
	 */
	private void attempt(FigureSource source, long time) {
		if (this.asked.add(source)) {
			try {
				read(source, time);
			}
			catch (RuntimeException ex) {
				// Its own section shows why
			}
			finally {
				this.asked.remove(source);
			}
		}
	}

	private void read(FigureSource source, long time) {
		source.read((figure, value) -> {
			try {
				Number number = value.call();
				if (number != null) {
					add(figure, time, number.doubleValue());
				}
			}
			catch (Exception ex) {
				// Its own section shows why
			}
		});
	}

	private synchronized void add(Figure figure, long time, double value) {
		Series series = this.series.get(figure.name());
		if (series == null && this.series.size() < MAX) {
			series = new Series(figure);
			this.series.put(figure.name(), series);
		}
		if (series != null) {
			series.add(time, value);
		}
	}

	/**
	 * Return what is known of each figure.
	 * @return a copy of each series
	 */
	public synchronized List<Series> all() {
		List<Series> copies = new ArrayList<>();
		this.series.values().forEach((series) -> copies.add(series.copy()));
		return copies;
	}

	/**
	 * Return what is known of a figure.
	 * @param name its name
	 * @return a copy of its series, or {@code null} if it was never read
	 */
	public synchronized @Nullable Series get(String name) {
		Series series = this.series.get(name);
		return (series != null) ? series.copy() : null;
	}

}
