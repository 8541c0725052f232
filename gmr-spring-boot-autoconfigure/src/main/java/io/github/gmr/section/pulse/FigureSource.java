package io.github.gmr.section.pulse;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * Has figures of which the change over time says more than the figure itself. For
 * built-in sections.
 */
@FunctionalInterface
public interface FigureSource {

	/**
	 * Report the figures as they are now. Never called on two threads at a time; asks
	 * what may hang through workers only; a source that is a section, too, may be asked
	 * for its content meanwhile.
	 * @param figures takes each figure
	 */
	void read(Figures figures);

	/**
	 * Takes figures.
	 */
	@FunctionalInterface
	interface Figures {

		/**
		 * Take a figure.
		 * @param figure what it is, the same each time
		 * @param value returns it, {@code null} if there is none; if it fails that costs
		 * only itself
		 */
		void add(Figure figure, Callable<? extends @Nullable Number> value);

		/**
		 * Take a figure that goes up and down.
		 * @param name its name
		 * @param value returns it, {@code null} if there is none
		 */
		default void level(String name, Callable<? extends @Nullable Number> value) {
			add(new Figure(name, Unit.NUMBER, false), value);
		}

		/**
		 * Take a figure that only grows.
		 * @param name its name
		 * @param value returns it, {@code null} if there is none
		 */
		default void count(String name, Callable<? extends @Nullable Number> value) {
			add(new Figure(name, Unit.NUMBER, true), value);
		}

	}

	/**
	 * What a figure is.
	 *
	 * @param name its name
	 * @param unit its unit
	 * @param counter whether it counts and only grows, so that its rate matters, not
	 * itself
	 */
	record Figure(String name, Unit unit, boolean counter) {

	}

	/**
	 * Units of figures.
	 */
	enum Unit {

		/**
		 * A number of things.
		 */
		NUMBER,

		/**
		 * Bytes.
		 */
		BYTES,

		/**
		 * Nanoseconds of a processor.
		 */
		CPU_NANOS,

		/**
		 * Milliseconds.
		 */
		MILLIS

	}

}
