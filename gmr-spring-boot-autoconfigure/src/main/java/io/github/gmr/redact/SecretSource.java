package io.github.gmr.redact;

import io.github.gmr.section.scope.ReportScope;
import org.jspecify.annotations.Nullable;

/**
 * Tells all names and values by which the application is configured. Those that are
 * masked by name are masked wherever else they occur in a report.
 */
@FunctionalInterface
public interface SecretSource {

	/**
	 * Visit all names and values. Called when a {@link Redaction} is refreshed; if it
	 * fails, what was known before remains in force.
	 * @param scope what the parts of the report look at together
	 * @param visitor is given each name and value
	 */
	void visit(ReportScope scope, Visitor visitor);

	/**
	 * Takes names and values.
	 */
	@FunctionalInterface
	public interface Visitor {

		/**
		 * Take a name and its value.
		 * @param source the name of the property source, or {@code null} if there is none
		 * @param name the name
		 * @param value the value
		 * @param resolved whether what looks like a placeholder in the value is none
		 */
		void visit(@Nullable String source, String name, String value, boolean resolved);

		/**
		 * Take a name and its value, which may have placeholders.
		 * @param source the name of the property source, or {@code null} if there is none
		 * @param name the name
		 * @param value the value
		 */
		default void visit(@Nullable String source, String name, String value) {
			visit(source, name, value, false);
		}

	}

}
