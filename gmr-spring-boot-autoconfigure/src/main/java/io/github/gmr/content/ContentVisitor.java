package io.github.gmr.content;

/**
 * Visits {@link Content} by its kind, with one method for each kind there is. A visitor
 * is not led into what content is made of: it asks nested content to accept it where it
 * wants to.
 *
 * @param <R> the type of what the visits return
 * @see Content#accept(ContentVisitor)
 */
public interface ContentVisitor<R> {

	/**
	 * Visit free text.
	 * @param text the text
	 * @return the result of the visit
	 */
	R visitText(Text text);

	/**
	 * Visit a single value.
	 * @param value the value
	 * @return the result of the visit
	 */
	R visitValue(Value value);

	/**
	 * Visit named values.
	 * @param fields the fields
	 * @return the result of the visit
	 */
	R visitFields(Fields fields);

	/**
	 * Visit a list of values.
	 * @param items the items
	 * @return the result of the visit
	 */
	R visitItems(Items items);

	/**
	 * Visit a table.
	 * @param table the table
	 * @return the result of the visit
	 */
	R visitTable(Table table);

	/**
	 * Visit a timeline.
	 * @param timeline the timeline
	 * @return the result of the visit
	 */
	R visitTimeline(Timeline timeline);

	/**
	 * Visit settings.
	 * @param settings the settings
	 * @return the result of the visit
	 */
	R visitSettings(Settings settings);

	/**
	 * Visit threads.
	 * @param threads the threads
	 * @return the result of the visit
	 */
	R visitThreads(Threads threads);

	/**
	 * Visit a finding.
	 * @param finding the finding
	 * @return the result of the visit
	 */
	R visitFinding(Finding finding);

	/**
	 * Visit a failure.
	 * @param failure the failure
	 * @return the result of the visit
	 */
	R visitFailure(Failure failure);

}
