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

}
