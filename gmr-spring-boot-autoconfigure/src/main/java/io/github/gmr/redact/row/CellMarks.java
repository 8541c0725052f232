package io.github.gmr.redact.row;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Marks;

/**
 * Marks the cells of one text whose names are those of secrets.
 *
 * @param text the text
 * @param names decides which are
 * @param marks takes the cells
 */
record CellMarks(String text, NameRules names, Marks marks) {

	private static final int MAX_NAME = 128;

	/**
	 * Return whether a cell may be the name of a value: one word that names a secret.
	 */
	boolean isSecretName(Cell cell) {
		if (cell.isEmpty() || cell.end() - cell.start() > MAX_NAME) {
			return false;
		}
		String name = cell.text(this.text);
		return name.chars().allMatch(CellMarks::isNamePart) && this.names.shape(name) != Shape.ANY;
	}

	private static boolean isNamePart(int ch) {
		return Character.isLetterOrDigit(ch) || "_.-[] ".indexOf(ch) >= 0;
	}

	void mark(String name, Cell cell) {
		String value = cell.text(this.text);
		if (!cell.isEmpty() && !isVariable(value) && !Marks.MASK.equals(value) && this.names.hides(name, value)) {
			this.marks.mark(cell.start(), cell.end());
		}
	}

	/**
	 * Return whether a value only stands for one: {@code ?}, {@code :password},
	 * {@code $1}.
	 */
	private static boolean isVariable(String value) {
		boolean named = ":$@#%".indexOf(value.charAt(0)) >= 0
				&& value.substring(1).chars().allMatch((ch) -> Character.isLetterOrDigit(ch) || ch == '_');
		return value.equals("?") || named;
	}

}
