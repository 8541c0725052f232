package io.github.gmr.autoconfigure.properties;

/**
 * Properties of the section about the instances of classes.
 */
public class ClassHistogramSectionProperties {

	/**
	 * Number of classes to show, those that take most memory first.
	 */
	private int maxClasses = 50;

	public int getMaxClasses() {
		return this.maxClasses;
	}

	public void setMaxClasses(int maxClasses) {
		this.maxClasses = Ranges.positive("gmr.section.class-histogram.max-classes", maxClasses);
	}

}
