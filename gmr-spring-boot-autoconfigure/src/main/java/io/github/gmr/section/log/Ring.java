package io.github.gmr.section.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the last of what is added. Thread-safe without locks: neither adding nor reading
 * ever waits.
 *
 * @param <T> the type of what is kept
 */
final class Ring<T> {

	private final AtomicLong added = new AtomicLong();

	private final AtomicReferenceArray<@Nullable Entry<T>> entries;

	Ring(int capacity) {
		this.entries = new AtomicReferenceArray<>(capacity);
	}

	/**
	 * Add something in the place of the oldest.
	 * @param value what to add
	 */
	void add(T value) {
		long number = this.added.getAndIncrement();
		Entry<T> entry = new Entry<>(number, value);
		this.entries.accumulateAndGet(slot(number), entry,
				(old, given) -> (old == null || old.number() < number) ? given : old);
	}

	int capacity() {
		return this.entries.length();
	}

	/**
	 * Return how many were added, kept or not.
	 * @return the number
	 */
	long total() {
		return this.added.get();
	}

	/**
	 * Return what is kept.
	 * @return the newest first
	 */
	List<T> newestFirst() {
		List<T> values = new ArrayList<>();
		long end = this.added.get();
		for (long number = end - 1; number >= Math.max(0, end - this.entries.length()); number--) {
			Entry<T> entry = this.entries.get(slot(number));
			if (entry != null && entry.number() == number) {
				values.add(Objects.requireNonNull(entry.value()));
			}
		}
		return values;
	}

	private int slot(long number) {
		return (int) (number % this.entries.length());
	}

	private record Entry<T>(long number, T value) {

	}

}
