package io.github.gmr.section.environment;

/**
 * What one source says about a property.
 *
 * @param source the source
 * @param nameInSource the name it has there
 * @param name the name of the property in this spelling
 * @param group the group it is shown in
 * @param text the value, placeholders as they are
 */
record SourceValue(SourceReading source, String nameInSource, String name, String group, String text) {

	boolean hasPlaceholders() {
		return this.text.contains("${");
	}

	boolean isVariable() {
		return this.source.isSystemEnvironment();
	}

}
