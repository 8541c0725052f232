package io.github.gmr.sink;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Writes UTF-8 to where another encoding is expected: whatever is not ASCII becomes a
 * visible escape, as in Java and JSON.
 */
final class EscapedOutput extends FilterOutputStream {

	private int codePoint;

	private int missing;

	EscapedOutput(OutputStream out) {
		super(out);
	}

	/**
	 * Return a stream to write UTF-8 to standard error, escaped if the encoding of
	 * standard error is another one.
	 * @param stderr standard error
	 * @return the stream
	 */
	static OutputStream ifNeeded(OutputStream stderr) {
		String encoding = System.getProperty("stderr.encoding", System.getProperty("native.encoding", "UTF-8"));
		return isUtf8(encoding) ? stderr : new EscapedOutput(stderr);
	}

	private static boolean isUtf8(String encoding) {
		try {
			return Charset.forName(encoding).equals(StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int count) throws IOException {
		ByteArrayOutputStream escaped = new ByteArrayOutputStream(count);
		for (int i = offset; i < offset + count; i++) {
			escape(bytes[i], escaped);
		}
		escaped.writeTo(this.out);
	}

	private void escape(byte b, ByteArrayOutputStream escaped) {
		if (b >= 0) {
			escaped.write(b);
			return;
		}
		int ones = Integer.numberOfLeadingZeros(~b << 24);
		if (ones > 1) {
			this.missing = ones - 1;
			this.codePoint = b & (0x7f >> ones);
		}
		else {
			this.missing--;
			this.codePoint = (this.codePoint << 6) | (b & 0x3f);
		}
		if (this.missing == 0) {
			for (char ch : Character.toChars(this.codePoint)) {
				escaped.writeBytes(unicode(ch));
			}
		}
	}

	private static byte[] unicode(char ch) {
		return ("\\u" + Integer.toHexString(0x10000 | ch).substring(1)).getBytes(StandardCharsets.US_ASCII);
	}

}
