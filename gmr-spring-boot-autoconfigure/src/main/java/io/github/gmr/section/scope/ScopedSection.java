package io.github.gmr.section.scope;

import io.github.gmr.content.Content;
import io.github.gmr.section.BuiltInSection;
import org.jspecify.annotations.Nullable;

/**
 * A section that looks at something together with the others of its report. For built-in
 * sections.
 */
public interface ScopedSection extends BuiltInSection {

	/**
	 * Return what the section says now. Called as {@link #content()} is, which is not
	 * called then.
	 * @param scope what the sections of the report look at together
	 * @return the content, {@code null} prints {@code None}
	 * @throws Exception if there is no content; the exception is shown in its place
	 */
	@Nullable Content content(ReportScope scope) throws Exception;

	/**
	 * Return what the section says alone, in a scope of its own.
	 */
	@Override
	default @Nullable Content content() throws Exception {
		return content(new ReportScope());
	}

}
