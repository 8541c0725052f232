package io.github.gmr.section.pulse;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * Has figures of which the change between two reports tells more than the figure itself.
 * For built-in sections.
 */
@FunctionalInterface
public interface CounterSource {

	/**
	 * Tell the figures now. Called on a thread of the report, never on two at a time.
	 * @param counters is told each figure
	 */
	void count(Counters counters);

	/**
	 * Is told figures.
	 */
	@FunctionalInterface
	interface Counters {

		/**
		 * Tell a figure.
		 * @param name its name, the same each time
		 * @param value returns it, {@code null} if there is none; if it fails that costs
		 * only itself
		 */
		void add(String name, Callable<? extends @Nullable Number> value);

	}

}
