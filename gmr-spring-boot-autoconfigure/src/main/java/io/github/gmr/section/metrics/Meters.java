package io.github.gmr.section.metrics;

import java.util.List;

/**
 * The meters of the application, independent of the library that keeps them.
 * Implementations are thread-safe.
 *
 * @param <M> the type of meters
 */
public interface Meters<M> {

	/**
	 * Return what keeps the meters.
	 * @return a few words
	 */
	String registry();

	/**
	 * Return whether meters count since the start, and not since some time ago.
	 * @return whether they do
	 */
	boolean isCumulative();

	/**
	 * Return all meters there are now. Reads none of them.
	 * @return the meters
	 */
	List<M> all();

	/**
	 * Return the name of a meter.
	 * @param meter the meter
	 * @return the name, such as {@code "http.server.requests"}
	 */
	String name(M meter);

	/**
	 * Return what distinguishes a meter from others of the same name.
	 * @param meter the meter
	 * @return the tags, such as {@code "method=GET, status=200"}, empty if there are none
	 */
	String tags(M meter);

	/**
	 * Read a meter. May run code of the application, which may fail or hang.
	 * @param meter the meter
	 * @return what it says
	 */
	MeterReading read(M meter);

}
