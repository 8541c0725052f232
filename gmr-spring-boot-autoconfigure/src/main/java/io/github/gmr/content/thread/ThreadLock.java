package io.github.gmr.content.thread;

import java.util.function.UnaryOperator;

import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * A lock or another object that a thread holds or waits for.
 *
 * @param relation what the thread has to do with it
 * @param depth the index of the frame that locked it or waits for it, {@code -1} if
 * nobody knows
 * @param className the class of the object
 * @param identity the identity hash code of the object
 * @param owner the thread that holds what this one waits for, or {@code null}
 */
public record ThreadLock(Relation relation, int depth, String className, int identity, @Nullable Owner owner) {

	public ThreadLock {
		className = WellFormed.name(className);
	}

	/**
	 * Return what tells this lock from others.
	 * @return the class and the identity hash code
	 */
	public LockId id() {
		return new LockId(this.className, this.identity);
	}

	ThreadLock mapNames(UnaryOperator<String> names) {
		return (this.owner != null)
				? new ThreadLock(this.relation, this.depth, this.className, this.identity, this.owner.mapNames(names))
				: this;
	}

	/**
	 * The thread that holds a lock.
	 *
	 * @param id Java's identifier of the thread
	 * @param name its name, or {@code null} if only the identifier is known
	 */
	public record Owner(long id, @Nullable String name) {

		public Owner {
			name = (name != null) ? WellFormed.name(name) : null;
		}

		Owner mapNames(UnaryOperator<String> names) {
			return (this.name != null) ? new Owner(this.id, names.apply(this.name)) : this;
		}

	}

	/**
	 * What a thread has to do with a lock.
	 */
	public enum Relation {

		/**
		 * Holds the monitor.
		 */
		LOCKED("locked"),

		/**
		 * Is blocked until it gets the monitor.
		 */
		WAITING_TO_LOCK("waiting to lock"),

		/**
		 * Waits to be notified.
		 */
		WAITING_ON("waiting on"),

		/**
		 * Is parked on behalf of a synchronizer.
		 */
		PARKING_TO_WAIT_FOR("parking to wait for");

		private final String label;

		Relation(String label) {
			this.label = label;
		}

		/**
		 * Return the words HotSpot has for it.
		 * @return the words, such as {@code "waiting to lock"}
		 */
		public String label() {
			return this.label;
		}

	}

}
