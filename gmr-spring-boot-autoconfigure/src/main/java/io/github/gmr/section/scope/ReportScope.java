package io.github.gmr.section.scope;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * What the parts of one report look at together: the first one that needs something
 * looks, and the others see the same. For masking and built-in sections. Thread-safe: a
 * section that was left behind may still look when the next one asks.
 */
public final class ReportScope {

	private final ReentrantLock looking = new ReentrantLock();

	private final Map<Class<?>, Object> seen = new HashMap<>();

	private final Map<Object, Object> noted = Collections.synchronizedMap(new IdentityHashMap<>());

	/**
	 * Look at something, unless a section of this report has done so before.
	 * @param <T> the type of what is seen
	 * @param <E> the type of exception when it cannot be seen
	 * @param type the type of what is seen
	 * @param look how to look
	 * @return what the first look has shown
	 * @throws E if it cannot be seen; the next section that asks looks again
	 * @throws IllegalStateException if another section has not come back from its look
	 */
	public <T, E extends Exception> T once(Class<T> type, Look<T, E> look) throws E {
		if (!this.looking.tryLock()) {
			throw new IllegalStateException("another section of this report looks still");
		}
		try {
			Object known = this.seen.get(type);
			T thing = (known != null) ? type.cast(known) : look.take();
			this.seen.put(type, thing);
			return thing;
		}
		finally {
			this.looking.unlock();
		}
	}

	/**
	 * Note what was seen of something that may hang. Nobody waits for it: who asks before
	 * looks as well.
	 * @param subject what was looked at, told from others by identity
	 * @param thing what is seen
	 */
	public void note(Object subject, Object thing) {
		this.noted.put(subject, thing);
	}

	/**
	 * Return what was noted of something.
	 * @param <T> the type of what is seen
	 * @param subject what was looked at
	 * @param type the type of what is seen
	 * @return what is seen, or {@code null} if nothing was noted
	 */
	public <T> @Nullable T noted(Object subject, Class<T> type) {
		return type.cast(this.noted.get(subject));
	}

	/**
	 * Looks at something.
	 *
	 * @param <T> the type of what is seen
	 * @param <E> the type of exception when it cannot be seen
	 */
	@FunctionalInterface
	public interface Look<T, E extends Exception> {

		/**
		 * Look now.
		 * @return what is seen
		 * @throws E if it cannot be seen
		 */
		T take() throws E;

	}

}
