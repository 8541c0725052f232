package io.github.gmr.section;

import io.github.gmr.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * A section of a Guru Meditation Report. Declare a bean of this type to have a section of
 * your own:
 *
 * <pre class="code">
 * &#64;Bean
 * ReportSection orderQueue(OrderQueue queue) {
 * 	return () -&gt; Content.fields((fields) -&gt; fields.add("depth", queue.depth()));
 * }
 * </pre>
 *
 * The bean's name, without a suffix {@code ReportSection} or {@code Section}, gives the
 * section its name in URLs and keys ({@code order-queue}) and its title
 * ({@code Order Queue}).
 */
@FunctionalInterface
public interface ReportSection {

	/**
	 * Return what the section says now. Called on a thread of the report, never on two at
	 * a time, while the section's deadline runs; the context class loader is the
	 * application's. Must not wait for anything that may not come: a call that takes
	 * longer than the deadline is interrupted, and its stack is shown in the place of the
	 * content.
	 * @return the content, {@code null} prints {@code None}
	 * @throws Exception if there is no content; the exception is shown in its place
	 */
	@Nullable Content content() throws Exception;

	/**
	 * Return the title of the section. Asked when the application has started, not for
	 * each report.
	 * @return the title, or {@code null} to derive it from the bean's name
	 */
	default @Nullable String title() {
		return null;
	}

	/**
	 * Give a section a title of its own.
	 * @param title the title
	 * @param section the section
	 * @return the titled section
	 */
	static ReportSection titled(String title, ReportSection section) {
		return new TitledSection(title, section);
	}

}
