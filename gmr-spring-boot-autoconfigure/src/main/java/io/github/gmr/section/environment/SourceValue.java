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

	/**
	 * Return whether an environment that has only this value for the property returns
	 * just that.
	 * @return whether nothing in it is to be resolved, nor converted
	 */
	boolean isPlain() {
		return !hasPlaceholders() && !isVariable() && this.nameInSource.equals(this.name)
				&& this.source.isText(this.nameInSource, this.text);
	}

	boolean isVariable() {
		return this.source.isSystemEnvironment();
	}

}
