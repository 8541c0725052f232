package io.github.gmr.report;

import java.util.concurrent.atomic.AtomicLong;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import org.jspecify.annotations.Nullable;

/**
 * A section with its name, its title and the class loader it runs with. Thread-safe.
 */
public final class RegisteredSection {

	/**
	 * The number of the warm-up, which is no real report.
	 */
	public static final long WARM_UP = 0;

	private final String name;

	private final String title;

	private final SectionTraits traits;

	private final ReportSection section;

	private final @Nullable ClassLoader classLoader;

	private final AtomicLong lastReport;

	/**
	 * Register a section.
	 * @param name the name in URLs and keys, such as {@code "order-queue"}
	 * @param title the title, such as {@code "Order Queue"}
	 * @param section the section
	 * @param classLoader the context class loader to run it with
	 */
	public RegisteredSection(String name, String title, ReportSection section, @Nullable ClassLoader classLoader) {
		this(name, title, (section instanceof BuiltInSection builtIn) ? builtIn.traits() : SectionTraits.DEFAULT,
				section, classLoader, new AtomicLong());
	}

	private RegisteredSection(String name, String title, SectionTraits traits, ReportSection section,
			@Nullable ClassLoader classLoader, AtomicLong lastReport) {
		this.name = name;
		this.title = title;
		this.traits = traits;
		this.section = section;
		this.classLoader = classLoader;
		this.lastReport = lastReport;
	}

	/**
	 * Return the name in URLs and keys.
	 * @return the name, such as {@code "order-queue"}
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the title.
	 * @return the title, such as {@code "Order Queue"}
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Return what a report needs to know about the section besides its content.
	 * @return the traits that the section states, or the default ones
	 */
	public SectionTraits traits() {
		return this.traits;
	}

	/**
	 * Return whether the section comes with this library.
	 * @return whether it is no code of the application
	 */
	public boolean isBuiltIn() {
		return this.section instanceof BuiltInSection;
	}

	/**
	 * Return the same section under another name and title.
	 * @param name the name
	 * @param title the title
	 * @return the renamed section
	 */
	public RegisteredSection as(String name, String title) {
		return new RegisteredSection(name, title, this.traits, this.section, this.classLoader, this.lastReport);
	}

	/**
	 * Return the same section with other traits.
	 * @param traits the traits
	 * @return the section, which takes the place of one with these traits
	 */
	public RegisteredSection with(SectionTraits traits) {
		return new RegisteredSection(this.name, this.title, traits, this.section, this.classLoader, this.lastReport);
	}

	/**
	 * Return what distinguishes the section from others, under whatever name.
	 * @return the section itself
	 */
	ReportSection subject() {
		return this.section;
	}

	/**
	 * Return the report that asked the section last.
	 * @return the number of the report, or {@link #WARM_UP}
	 */
	long lastReport() {
		return this.lastReport.get();
	}

	/**
	 * Ask the section, on the current thread. How it fails is part of the answer: to
	 * describe that takes the section's own code, too, and may hang as well.
	 * @param report the number of the report that asks
	 * @param scope what the sections of the report look at together
	 * @return the answer
	 */
	Answer ask(long report, ReportScope scope) {
		this.lastReport.set(report);
		try {
			Thread.currentThread().setContextClassLoader(this.classLoader);
			ReportSection section = (report == WARM_UP && this.section instanceof BuiltInSection builtIn)
					? builtIn.forWarmUp() : this.section;
			return new Answer(SectionStatus.OK,
					(section instanceof ScopedSection scoped) ? scoped.content(scope) : section.content());
		}
		catch (OutOfMemoryError ex) {
			// There may be no memory left to describe it here
			throw ex;
		}
		catch (Throwable ex) {
			return new Answer(SectionStatus.FAILED, Failure.of(ex));
		}
	}

	/**
	 * What a section says, or how it failed.
	 *
	 * @param status whether it failed
	 * @param content the content
	 */
	record Answer(SectionStatus status, @Nullable Content content) {

	}

}
