package io.github.gmr.section.dump;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Pulls tokens out of a stream of JSON without building a tree. Lenient: commas and
 * colons are skipped wherever they stand.
 */
final class JsonTokens {

	private final InputStream in;

	private final byte[] buffer = new byte[65_536];

	private final Utf8Text text = new Utf8Text();

	private int position;

	private int limit;

	JsonTokens(InputStream in) {
		this.in = in;
	}

	/**
	 * Move to the next token.
	 * @return what it is
	 * @throws IOException if the stream cannot be read
	 */
	Token next() throws IOException {
		int ch = skipSeparators();
		return switch (ch) {
			case -1 -> Token.END;
			case '{' -> Token.BEGIN_OBJECT;
			case '}' -> Token.END_OBJECT;
			case '[' -> Token.BEGIN_ARRAY;
			case ']' -> Token.END_ARRAY;
			case '"' -> string();
			default -> literal(ch);
		};
	}

	/**
	 * Return the text of the current name, string or literal, valid until the next token.
	 * @return the text
	 */
	Utf8Text text() {
		return this.text;
	}

	/**
	 * Skip the value that begins with the current token.
	 * @param first the current token
	 * @throws IOException if the stream cannot be read
	 */
	void skip(Token first) throws IOException {
		int depth = first.depth();
		while (depth > 0) {
			Token token = next();
			if (token == Token.END) {
				throw new EOFException("JSON ends within a value");
			}
			depth += token.depth();
		}
	}

	private int skipSeparators() throws IOException {
		int ch;
		do {
			ch = read();
		}
		while (ch == ' ' || ch == '\n' || ch == ',' || ch == ':' || ch == '\r' || ch == '\t');
		return ch;
	}

	private Token string() throws IOException {
		this.text.clear();
		for (int ch = read(); ch != '"'; ch = read()) {
			if (ch < 0) {
				throw new EOFException("JSON ends within a string");
			}
			if (ch == '\\') {
				escape(read());
			}
			else {
				this.text.append(ch);
			}
		}
		return (peek() == ':') ? Token.NAME : Token.STRING;
	}

	private void escape(int ch) throws IOException {
		switch (ch) {
			case 'b' -> this.text.append('\b');
			case 'f' -> this.text.append('\f');
			case 'n' -> this.text.append('\n');
			case 'r' -> this.text.append('\r');
			case 't' -> this.text.append('\t');
			case 'u' -> this.text.appendCharacter(hex());
			default -> this.text.append(ch);
		}
	}

	private int hex() throws IOException {
		int value = 0;
		for (int i = 0; i < 4; i++) {
			value = (value << 4) | (Character.digit(read(), 16) & 0xf);
		}
		return value;
	}

	private Token literal(int first) throws IOException {
		this.text.clear();
		this.text.append(first);
		for (int ch = peek(); ch > ' ' && ch != ',' && ch != '}' && ch != ']'; ch = peek()) {
			this.text.append(read());
		}
		return Token.LITERAL;
	}

	private int read() throws IOException {
		int ch = peek();
		this.position++;
		return ch;
	}

	private int peek() throws IOException {
		if (this.position >= this.limit) {
			this.limit = this.in.read(this.buffer);
			this.position = 0;
		}
		return (this.limit > 0) ? this.buffer[this.position] & 0xff : -1;
	}

	/**
	 * Kinds of tokens.
	 */
	enum Token {

		BEGIN_OBJECT, END_OBJECT, BEGIN_ARRAY, END_ARRAY,

		/**
		 * The name of a value.
		 */
		NAME,

		/**
		 * A text.
		 */
		STRING,

		/**
		 * A number, {@code true}, {@code false} or {@code null}.
		 */
		LITERAL,

		/**
		 * The end of the stream.
		 */
		END;

		private int depth() {
			return switch (this) {
				case BEGIN_OBJECT, BEGIN_ARRAY -> 1;
				case END_OBJECT, END_ARRAY -> -1;
				default -> 0;
			};
		}

	}

}
