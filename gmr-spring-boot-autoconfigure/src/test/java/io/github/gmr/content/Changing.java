package io.github.gmr.content;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A collection that changes at the end of its first iterations.
 *
 * @param <T> the type of the elements
 */
final class Changing<T> implements Iterable<T> {

	private final List<T> elements;

	private int changes;

	Changing(List<T> elements, int changes) {
		this.elements = elements;
		this.changes = changes;
	}

	@Override
	public Iterator<T> iterator() {
		Iterator<T> iterator = this.elements.iterator();
		return new Iterator<>() {

			@Override
			public boolean hasNext() {
				if (!iterator.hasNext() && Changing.this.changes > 0) {
					Changing.this.changes--;
					throw new ConcurrentModificationException();
				}
				return iterator.hasNext();
			}

			@Override
			public T next() throws NoSuchElementException {
				return iterator.next();
			}

		};
	}

}
