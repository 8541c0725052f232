package io.github.gmr.content;

import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * The content that one thread is making, and another one may look at: what has been added
 * to its outermost fields so far stands even if the thread does not come back.
 * Thread-safe.
 */
public final class Draft {

	private static final ThreadLocal<@Nullable Draft> CURRENT = new ThreadLocal<>();

	private volatile @Nullable FieldsBuilder fields;

	private boolean complete;

	/**
	 * Make content on the current thread.
	 * @param <T> the type of the result
	 * @param making makes the content
	 * @return its result
	 * @throws Exception if it fails
	 */
	public <T extends @Nullable Object> T of(Callable<T> making) throws Exception {
		CURRENT.set(this);
		try {
			return making.call();
		}
		finally {
			CURRENT.remove();
		}
	}

	/**
	 * Return what has been added so far.
	 * @return the fields, empty if there are none
	 */
	public Fields soFar() {
		FieldsBuilder fields = this.fields;
		return (fields != null) ? fields.soFar() : new Fields(Map.of());
	}

	/**
	 * Note that fields are being made.
	 * @param fields the fields
	 * @return whether they are the outermost ones of a draft
	 */
	static boolean begin(FieldsBuilder fields) {
		Draft current = CURRENT.get();
		if (current == null || (current.fields != null && !current.complete)) {
			return false;
		}
		current.fields = fields;
		current.complete = false;
		return true;
	}

	/**
	 * Note that the outermost fields are complete. They stand until others are begun:
	 * what follows may hang or fail, and an interrupt may have ended them.
	 */
	static void end() {
		Draft current = CURRENT.get();
		if (current != null) {
			current.complete = true;
		}
	}

}
