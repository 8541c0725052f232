package io.github.gmr.section.pulse;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * Has figures of which the change between two reports says more than the figure itself.
 * For built-in sections.
 */
@FunctionalInterface
public interface CounterSource {

	/**
	 * Report the figures as they are now. Called on a thread of the report, never on two
	 * at a time; asks what may hang through workers only; a source that is a section,
	 * too, may be asked for its content meanwhile.
	 * @param counters takes each figure
	 */
	void count(Counters counters);

	/**
	 * Takes figures.
	 */
	@FunctionalInterface
	interface Counters {

		/**
		 * Take a figure.
		 * @param name its name, the same each time
		 * @param value returns it, {@code null} if there is none; if it fails that costs
		 * only itself
		 */
		void add(String name, Callable<? extends @Nullable Number> value);

	}

}
