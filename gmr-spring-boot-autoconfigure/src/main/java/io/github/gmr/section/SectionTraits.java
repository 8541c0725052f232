package io.github.gmr.section;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.gmr.content.Check;

/**
 * What reports need to know about a section besides its content. For built-in sections.
 *
 * @param order its place in the report: the lowest is printed first
 * @param aboutJvm whether it is about the JVM, so that several applications in one JVM
 * have it once, and not about the application
 * @param collectedFirst whether it is collected before all others, which would disturb
 * what it sees
 * @param timeLimit returns its time limit, given the one that all sections have
 * @param checks what it looks for
 */
public record SectionTraits(int order, boolean aboutJvm, boolean collectedFirst, UnaryOperator<Duration> timeLimit,
		List<Check> checks) {

	/**
	 * The traits of a section of the application: it is printed after the built-in ones.
	 */
	public static final SectionTraits DEFAULT = at(Integer.MAX_VALUE);

	/**
	 * Return the traits of a section about the application.
	 * @param order its place in the report
	 * @return the traits
	 */
	public static SectionTraits at(int order) {
		return new SectionTraits(order, false, false, UnaryOperator.identity(), List.of());
	}

	/**
	 * Return the traits of a section about the JVM.
	 * @return these traits, but for that
	 */
	public SectionTraits withAboutJvm() {
		return new SectionTraits(this.order, true, this.collectedFirst, this.timeLimit, this.checks);
	}

	/**
	 * Return the traits of a section that is collected before all others.
	 * @return these traits, but for that
	 */
	public SectionTraits withCollectedFirst() {
		return new SectionTraits(this.order, this.aboutJvm, true, this.timeLimit, this.checks);
	}

	/**
	 * Return the traits of a section with a time limit of its own.
	 * @param timeLimit returns the limit, given the one that all sections have
	 * @return these traits, but for that
	 */
	public SectionTraits withTimeLimit(UnaryOperator<Duration> timeLimit) {
		return new SectionTraits(this.order, this.aboutJvm, this.collectedFirst, timeLimit, this.checks);
	}

	/**
	 * Return the traits of a section that looks for something.
	 * @param checks what it looks for
	 * @return these traits, but for that
	 */
	public SectionTraits withChecks(Check... checks) {
		return new SectionTraits(this.order, this.aboutJvm, this.collectedFirst, this.timeLimit, List.of(checks));
	}

}
