package io.github.gmr.section;

import io.github.gmr.content.Content;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import org.jspecify.annotations.Nullable;

/**
 * A section of a test that states its traits as built-in ones do.
 *
 * @param traits the traits
 * @param section what it says
 */
public record StatedTraits(SectionTraits traits, Scoped section) implements ScopedSection {

	/**
	 * Create a section that needs no scope.
	 */
	public static StatedTraits of(SectionTraits traits, ReportSection section) {
		return new StatedTraits(traits, (scope) -> section.content());
	}

	/**
	 * Create a section that looks at its scope.
	 */
	public static StatedTraits scoped(Scoped section) {
		return new StatedTraits(SectionTraits.DEFAULT, section);
	}

	@Override
	public @Nullable Content content(ReportScope scope) throws Exception {
		return this.section.content(scope);
	}

	/**
	 * What a section says of a scope.
	 */
	@FunctionalInterface
	public interface Scoped {

		@Nullable Content content(ReportScope scope) throws Exception;

	}

}
