package io.github.gmr.section.pulse;

import java.util.Arrays;

/**
 * The last values of a figure, with their times. Grows up to its capacity. Not
 * thread-safe.
 */
public final class Ring {

	private static final int FIRST = 12;

	private final int capacity;

	private final long step;

	private long[] times;

	private double[] values;

	/**
	 * The index of the oldest value.
	 */
	private int begin;

	private int size;

	/**
	 * Create an empty ring.
	 * @param capacity how many values it keeps
	 * @param step how many nanoseconds lie between two values at least, but for the last
	 * one
	 */
	Ring(int capacity, long step) {
		this(capacity, step, 0, new long[Math.min(FIRST, capacity)], new double[Math.min(FIRST, capacity)]);
	}

	private Ring(int capacity, long step, int size, long[] times, double[] values) {
		this.capacity = capacity;
		this.step = step;
		this.size = size;
		this.times = times;
		this.values = values;
	}

	/**
	 * Add a value. It takes the place of the last one as long as that is too near to the
	 * one before.
	 */
	void add(long time, double value) {
		if (this.size > 1 && time(this.size - 1) - time(this.size - 2) < this.step) {
			this.size--;
		}
		if (this.size == this.times.length && this.size < this.capacity) {
			int length = Math.min(2 * this.size, this.capacity);
			this.times = Arrays.copyOf(this.times, length);
			this.values = Arrays.copyOf(this.values, length);
		}
		if (this.size == this.capacity) {
			this.begin = (this.begin + 1) % this.capacity;
			this.size--;
		}
		int slot = slot(this.size);
		this.times[slot] = time;
		this.values[slot] = value;
		this.size++;
	}

	private int slot(int index) {
		return (this.begin + index) % this.times.length;
	}

	Ring copy() {
		long[] times = new long[Math.max(1, this.size)];
		double[] values = new double[times.length];
		for (int i = 0; i < this.size; i++) {
			times[i] = time(i);
			values[i] = value(i);
		}
		return new Ring(times.length, this.step, this.size, times, values);
	}

	/**
	 * Return how many values there are.
	 * @return the number
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Return a value.
	 * @param index zero for the oldest
	 * @return the value
	 */
	public double value(int index) {
		return this.values[slot(index)];
	}

	/**
	 * Return when a value was read.
	 * @param index zero for the oldest
	 * @return the time of {@link System#nanoTime()}
	 */
	public long time(int index) {
		return this.times[slot(index)];
	}

	long step() {
		return this.step;
	}

	/**
	 * Return the last value that is not younger than some time.
	 * @param time the time of {@link System#nanoTime()}
	 * @return its index, negative if there is none
	 */
	public int atOrBefore(long time) {
		int index = this.size - 1;
		while (index >= 0 && time(index) - time > 0) {
			index--;
		}
		return index;
	}

}
