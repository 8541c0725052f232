package io.github.gmr.redact.token;

import java.util.function.IntPredicate;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Scan;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Finds the numbers of payment cards and of bank accounts (IBAN), which hold a checksum.
 */
public final class PaymentNumbers implements SecretFinder {

	private static final int MIN_CARD = 13;

	private static final int MAX_CARD = 19;

	private static final int MIN_ACCOUNT = 15;

	private static final int MAX_ACCOUNT = 34;

	/**
	 * Digits or letters from one blank to the next.
	 */
	private static final int GROUP = 4;

	@Override
	public void find(String text, Marks marks) {
		for (int i = 0; i < text.length(); i++) {
			char ch = text.charAt(i);
			if ((isDigit(ch) || isCapital(ch)) && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
				i = Math.max(i, isDigit(ch) ? card(text, i, marks) : account(text, i, marks));
			}
		}
	}

	/**
	 * Mark the number of a card.
	 * @return the index of the last character that was looked at
	 */
	private static int card(String text, int start, Marks marks) {
		int end = end(text, start, MAX_CARD, PaymentNumbers::isDigit);
		String digits = compact(text, start, end);
		if (digits.length() >= MIN_CARD && isIssued(digits) && luhn(digits)) {
			marks.mark(start, end);
		}
		return end - 1;
	}

	private static int account(String text, int start, Marks marks) {
		boolean form = start + GROUP < text.length() && isCapital(text.charAt(start + 1))
				&& isDigit(text.charAt(start + 2)) && isDigit(text.charAt(start + 3));
		if (!form) {
			return start;
		}
		int end = end(text, start, MAX_ACCOUNT, (ch) -> isDigit(ch) || isCapital(ch));
		String number = compact(text, start, end);
		if (number.length() >= MIN_ACCOUNT && remainder(number) == 1) {
			marks.mark(start, end);
		}
		return end - 1;
	}

	/**
	 * Return where a number ends that may have a blank or a dash after each group.
	 */
	private static int end(String text, int start, int max, IntPredicate part) {
		int count = 0;
		int index = start;
		while (index < text.length() && count < max) {
			boolean gap = count > 0 && count % GROUP == 0 && " -".indexOf(text.charAt(index)) >= 0
					&& index + 1 < text.length() && part.test(text.charAt(index + 1));
			if (!gap && !part.test(text.charAt(index))) {
				break;
			}
			count += gap ? 0 : 1;
			index++;
		}
		boolean whole = index == text.length() || !Character.isLetterOrDigit(text.charAt(index));
		return whole ? index : start + 1;
	}

	private static String compact(String text, int start, int end) {
		StringBuilder compact = new StringBuilder();
		for (int i = start; i < end; i++) {
			if (Character.isLetterOrDigit(text.charAt(i))) {
				compact.append(text.charAt(i));
			}
		}
		return compact.toString();
	}

	/**
	 * Return whether an issuer of cards has numbers of this beginning and length.
	 */
	private static boolean isIssued(String digits) {
		int two = Integer.parseInt(digits.substring(0, 2));
		return switch (digits.length()) {
			case 14 -> two == 36 || two == 38 || two == 30;
			case 15 -> two == 34 || two == 37;
			case 16 -> two / 10 == 4 || (two >= 51 && two <= 55) || (two >= 22 && two <= 27) || two == 35 || two == 60
					|| two == 65;
			default -> false;
		};
	}

	private static boolean luhn(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int value = (i % 2 == 0) ? digit : 2 * digit;
			sum += (value > 9) ? value - 9 : value;
		}
		return sum % 10 == 0;
	}

	/**
	 * Return the remainder of a number of a bank account, of whose letters each counts as
	 * two digits.
	 */
	private static int remainder(String number) {
		String turned = Scan.lowerCase(number.substring(GROUP) + number.substring(0, GROUP));
		int remainder = 0;
		for (int i = 0; i < turned.length(); i++) {
			int value = Character.digit(turned.charAt(i), Character.MAX_RADIX);
			remainder = (remainder * ((value > 9) ? 100 : 10) + value) % 97;
		}
		return remainder;
	}

	private static boolean isDigit(int ch) {
		return ch >= '0' && ch <= '9';
	}

	private static boolean isCapital(int ch) {
		return ch >= 'A' && ch <= 'Z';
	}

}
