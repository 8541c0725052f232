package io.github.gmr.autoconfigure.properties;

/**
 * Properties of the section about the configuration.
 */
public class ConfigurationSectionProperties {

	/**
	 * Whether published reports show values, secrets masked, or names only.
	 */
	private SectionProperties.Values values = SectionProperties.Values.MASKED;

	public SectionProperties.Values getValues() {
		return this.values;
	}

	public void setValues(SectionProperties.Values values) {
		this.values = values;
	}

}
