package io.github.gmr.section.pulse;

/**
 * The names of figures that more than one section knows.
 */
public final class FigureNames {

	/**
	 * What the last collection of the old generation has left of it, in bytes; once for
	 * each collection.
	 */
	public static final String HEAP_LEFT = "heap after collection";

	/**
	 * Milliseconds in which the application stood still for collections.
	 */
	public static final String COLLECTING = "time in collections";

	/**
	 * Loaded classes.
	 */
	public static final String CLASSES = "loaded classes";

	/**
	 * Live platform threads.
	 */
	public static final String THREADS = "threads";

	private FigureNames() {
	}

}
