package io.github.gmr.report;

import java.util.concurrent.atomic.AtomicLong;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import org.jspecify.annotations.Nullable;

/**
 * A section with its name, its title and the class loader it runs with. It knows whether
 * it is still busy with an earlier report.
 */
public final class RegisteredSection {

	/**
	 * What {@link #claim(long)} returns if the section is free. Not zero, which is the
	 * number of the warm-up.
	 */
	static final long FREE = -1;

	private final String name;

	private final String title;

	private final ReportSection section;

	private final @Nullable ClassLoader classLoader;

	private final AtomicLong runningFor;

	/**
	 * Register a section.
	 * @param name the name in URLs and keys, such as {@code "order-queue"}
	 * @param title the title, such as {@code "Order Queue"}
	 * @param section the section
	 * @param classLoader the context class loader to run it with
	 */
	public RegisteredSection(String name, String title, ReportSection section, @Nullable ClassLoader classLoader) {
		this(name, title, section, classLoader, new AtomicLong(FREE));
	}

	private RegisteredSection(String name, String title, ReportSection section, @Nullable ClassLoader classLoader,
			AtomicLong runningFor) {
		this.name = name;
		this.title = title;
		this.section = section;
		this.classLoader = classLoader;
		this.runningFor = runningFor;
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
	 * Return the same section under another name and title.
	 * @param name the name
	 * @param title the title
	 * @return the renamed section
	 */
	public RegisteredSection as(String name, String title) {
		return new RegisteredSection(name, title, this.section, this.classLoader, this.runningFor);
	}

	/**
	 * Claim the section for a report, so that it runs once at a time.
	 * @param sequence the number of the report
	 * @return {@link #FREE} if the section was free, else the number of the report it is
	 * busy with
	 */
	long claim(long sequence) {
		return this.runningFor.compareAndExchange(FREE, sequence);
	}

	void release() {
		this.runningFor.set(FREE);
	}

	/**
	 * Ask the section, on the current thread, and release it. How it fails is part of the
	 * answer: to tell that is the section's own code, too, and may hang as well.
	 * @param scope what the sections of the report look at together
	 * @return the answer
	 */
	Answer ask(ReportScope scope) {
		try {
			Thread.currentThread().setContextClassLoader(this.classLoader);
			return new Answer(SectionStatus.OK,
					(this.section instanceof ScopedSection scoped) ? scoped.content(scope) : this.section.content());
		}
		catch (OutOfMemoryError ex) {
			// There may be no memory left to describe it here
			throw ex;
		}
		catch (Throwable ex) {
			return new Answer(SectionStatus.FAILED, Failure.of(ex));
		}
		finally {
			release();
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
