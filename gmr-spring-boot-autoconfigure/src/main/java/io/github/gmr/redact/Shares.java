package io.github.gmr.redact;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Divides a length among parts in order. The last parts that do not fit with the least
 * they need are left out. The others share the length like water: short ones stay whole,
 * long ones get the same.
 */
final class Shares {

	private final long[] shares;

	private Shares(long[] shares) {
		this.shares = shares;
	}

	/**
	 * Divide a length.
	 * @param <E> the type of the parts
	 * @param length the length
	 * @param parts the parts
	 * @param least the shortest that a part can be
	 * @param whole how long a part is if it is not cut
	 * @return the shares of the parts
	 */
	static <E> Shares of(long length, List<E> parts, ToLongFunction<E> least, ToLongFunction<E> whole) {
		long[] shares = parts.stream().mapToLong(least).toArray();
		int count = 0;
		long left = Math.max(0, length);
		while (count < shares.length && shares[count] <= left) {
			left -= shares[count++];
		}
		shares = Arrays.copyOf(shares, count);
		fill(shares, parts.stream().limit(count).mapToLong(whole).toArray(), Math.max(0, length));
		return new Shares(shares);
	}

	/**
	 * Return how many parts have a share.
	 * @return the number
	 */
	int count() {
		return this.shares.length;
	}

	/**
	 * Return the share of a part.
	 * @param index the index of the part
	 * @return how long it may be
	 */
	long of(int index) {
		return this.shares[index];
	}

	private static void fill(long[] shares, long[] whole, long length) {
		long low = 0;
		long high = length;
		while (low < high) {
			long level = low + (high - low + 1) / 2;
			if (sum(shares, whole, level) <= length) {
				low = level;
			}
			else {
				high = level - 1;
			}
		}
		for (int i = 0; i < shares.length; i++) {
			shares[i] = share(shares[i], whole[i], low);
		}
	}

	private static long sum(long[] least, long[] whole, long level) {
		long sum = 0;
		for (int i = 0; i < least.length; i++) {
			sum += share(least[i], whole[i], level);
		}
		return sum;
	}

	private static long share(long least, long whole, long level) {
		return Math.max(least, Math.min(whole, level));
	}

}
