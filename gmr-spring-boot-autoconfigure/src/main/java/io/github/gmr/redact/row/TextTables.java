package io.github.gmr.redact.row;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.redact.name.NameRules;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds secrets in lines of cells with bars between them: under the names of columns, if
 * a rule is drawn below these, and beside their own names.
 */
public final class TextTables implements SecretFinder {

	private static final int MAX_CELLS = 64;

	private final NameRules names;

	/**
	 * Create a finder.
	 * @param names decides which names are those of secrets
	 */
	public TextTables(NameRules names) {
		this.names = names;
	}

	@Override
	public void find(String text, Marks marks) {
		if (text.indexOf('|') >= 0) {
			new Walk(text, new CellMarks(text, this.names, marks)).run();
		}
	}

	/**
	 * One walk over one text.
	 */
	private static final class Walk {

		private final String text;

		private final CellMarks cells;

		private List<String> headers = List.of();

		/**
		 * Whether the lines begin with a bar, so that nothing stands before it.
		 */
		private boolean barred;

		private NameValueColumns columns = NameValueColumns.of(List.of());

		Walk(String text, CellMarks cells) {
			this.text = text;
			this.cells = cells;
		}

		void run() {
			for (int start = 0; start < this.text.length();) {
				int newLine = this.text.indexOf('\n', start);
				int end = (newLine >= 0) ? newLine : this.text.length();
				line(start, end);
				start = end + 1;
			}
		}

		private void line(int start, int end) {
			if (isRule(start, end)) {
				return;
			}
			this.barred = this.headers.isEmpty() ? isBarred(start, end) : this.barred;
			List<Cell> row = row(start, end);
			if (row.size() < 2) {
				headers(List.of());
			}
			else if (isRuled(end + 1)) {
				headers(row.stream().map((cell) -> cell.text(this.text)).toList());
			}
			else if (this.headers.isEmpty()) {
				pair(row);
			}
			else {
				below(row);
			}
		}

		private void headers(List<String> headers) {
			this.headers = headers;
			this.columns = NameValueColumns.of(headers);
		}

		/**
		 * Mark what stands beside the name of a secret.
		 */
		private void pair(List<Cell> row) {
			Cell name = row.get(0);
			boolean apart = this.text.startsWith(" ", name.end()) || this.text.startsWith("\t", name.end());
			if (apart && this.cells.isSecretName(name) && isOneWord(name, row.get(1))) {
				this.cells.mark(name.text(this.text), row.get(1));
			}
		}

		/**
		 * Return whether a name is no command whose output goes to another.
		 */
		private boolean isOneWord(Cell name, Cell value) {
			boolean words = this.text.substring(name.start(), name.end()).indexOf(' ') >= 0;
			int before = name.start() - 1;
			while (before >= 0 && this.text.charAt(before) == ' ') {
				before--;
			}
			return !words || (before >= 0 && this.text.charAt(before) == '|' && !value.isEmpty());
		}

		private void below(List<Cell> row) {
			int name = this.columns.name();
			boolean secret = name >= 0 && name < row.size() && this.cells.isSecretName(row.get(name));
			for (int i = 0; i < row.size() && i < this.headers.size(); i++) {
				boolean value = secret && this.columns.values().contains(i);
				this.cells.mark(value ? row.get(name).text(this.text) : this.headers.get(i), row.get(i));
			}
		}

		/**
		 * Return the cells of a line, without what stands before its first bar if it
		 * begins with that.
		 */
		private List<Cell> row(int start, int end) {
			List<Cell> row = new ArrayList<>();
			int from = start;
			for (int i = start; i < end && row.size() < MAX_CELLS; i++) {
				if (this.text.charAt(i) == '|') {
					Cell cell = Cell.of(this.text, from, i);
					if (from > start || !cell.isEmpty() || !this.barred) {
						row.add(cell);
					}
					from = i + 1;
				}
			}
			if (from > start) {
				row.add(Cell.of(this.text, from, end));
			}
			return row;
		}

		private boolean isBarred(int start, int end) {
			return this.text.substring(start, end).stripLeading().startsWith("|");
		}

		private boolean isRuled(int line) {
			int end = (line < this.text.length()) ? this.text.indexOf('\n', line) : line;
			return line < this.text.length() && isRule(line, (end >= 0) ? end : this.text.length());
		}

		private boolean isRule(int start, int end) {
			boolean dash = false;
			for (int i = start; i < end; i++) {
				if ("-+|:= \t\r".indexOf(this.text.charAt(i)) < 0) {
					return false;
				}
				dash |= this.text.charAt(i) == '-' || this.text.charAt(i) == '=';
			}
			return dash;
		}

	}

}
