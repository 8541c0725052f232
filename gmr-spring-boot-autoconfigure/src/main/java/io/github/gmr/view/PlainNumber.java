package io.github.gmr.view;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Writes measured numbers without digits that mean nothing: those from a thousand on and
 * whole ones as they are, others with four digits.
 */
public final class PlainNumber {

	private static final int LARGE = 1000;

	private static final MathContext DIGITS = new MathContext(4);

	private PlainNumber() {
	}

	/**
	 * Return a number to write.
	 * @param number the number, finite
	 * @return the number, rounded
	 */
	public static Number of(double number) {
		if (Math.abs(number) >= LARGE || number == Math.rint(number)) {
			return Math.round(number);
		}
		return new BigDecimal(number).round(DIGITS);
	}

}
