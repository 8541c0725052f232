package io.github.gmr.section;

/**
 * A section that comes with Guru Meditation Reports. It states its own traits, so that no
 * other place needs to know it.
 */
public interface BuiltInSection extends ReportSection {

	/**
	 * Return the traits of the section. Called once, when its application is ready.
	 * @return the traits
	 */
	SectionTraits traits();

	/**
	 * Return the section that the warm-up asks in place of this one, so that nothing has
	 * to be linked when the first report is made by a JVM that can load nothing any more.
	 * @return this section, which what the warm-up asks has no effect on; one that says
	 * as much as can be said at once where this one asks what is slow or not ours to ask
	 * unasked
	 */
	default ReportSection forWarmUp() {
		return this;
	}

}
