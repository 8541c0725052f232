package io.github.gmr.section.socket;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * Reads addresses as Linux writes them in {@code /proc/net/tcp}: words of four bytes in
 * the order of the machine, as hexadecimal digits.
 */
final class SocketAddresses {

	private static final int WORD = 8;

	private SocketAddresses() {
	}

	/**
	 * Return the address in the usual notation. No name service is asked.
	 * @param digits the digits, such as {@code "0100007F"}
	 * @return the address, such as {@code "127.0.0.1"} or {@code "[0:0:0:0:0:0:0:1]"}
	 * @throws IllegalArgumentException if there are other characters, or too few
	 */
	static String address(String digits) {
		ByteBuffer bytes = ByteBuffer.allocate(digits.length() / 2).order(ByteOrder.nativeOrder());
		for (int i = 0; i + WORD <= digits.length(); i += WORD) {
			bytes.putInt(HexFormat.fromHexDigits(digits, i, i + WORD));
		}
		try {
			String address = InetAddress.getByAddress(bytes.array()).getHostAddress();
			return (address.indexOf(':') >= 0) ? "[" + address + "]" : address;
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
