package io.github.gmr.content.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.gmr.content.text.WellFormed;

/**
 * One thread of a {@link StackGroup}.
 *
 * @param id Java's identifier of the thread
 * @param name its name, empty for most virtual threads
 * @param facts what else is known about a thread of its kind
 * @param locks what it holds and waits for, topmost frame first
 */
public record ThreadEntry(long id, String name, ThreadFacts facts, List<ThreadLock> locks) {

	public ThreadEntry {
		name = WellFormed.name(name);
		locks = List.copyOf(locks);
	}

	ThreadEntry mapNames(UnaryOperator<String> names) {
		List<ThreadLock> locks = new ArrayList<>(this.locks.size());
		this.locks.forEach((lock) -> locks.add(lock.mapNames(names)));
		return new ThreadEntry(this.id, names.apply(this.name), this.facts.mapNames(names), locks);
	}

}
