package io.github.gmr.section.environment;

/**
 * A property and the source that wins.
 */
final class EffectiveProperty {

	private final String group;

	private final SourceReading winner;

	private final String nameInWinner;

	private final String value;

	private String name;

	private int shadowed;

	EffectiveProperty(String group, String name, SourceReading winner, String nameInWinner, String value) {
		this.group = group;
		this.name = name;
		this.winner = winner;
		this.nameInWinner = nameInWinner;
		this.value = value;
	}

	/**
	 * Count a value in a source of lower precedence. The name is the nicest of them all:
	 * a file says {@code login-page} where a variable can only say {@code LOGINPAGE}.
	 * @param spelling the name there
	 */
	void shadow(String spelling) {
		this.shadowed++;
		if (spelling.indexOf('-') > 0 && this.name.indexOf('-') < 0) {
			this.name = spelling;
		}
	}

	String group() {
		return this.group;
	}

	String name() {
		return this.name;
	}

	String value() {
		return this.value;
	}

	SourceReading winner() {
		return this.winner;
	}

	String nameInWinner() {
		return this.nameInWinner;
	}

	int shadowed() {
		return this.shadowed;
	}

}
