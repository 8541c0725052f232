package io.github.gmr.diagnosis;

/**
 * Something that threads wait for, and that others have or make.
 *
 * @param key what tells it from others: the lock, or where and what for threads wait
 * @param relation words for what those who have it have to do with it, such as
 * {@code "held, most likely, by"}
 * @param guessed whether nobody reports who has it
 * @param unsure whether others than those that are taken for it may well have it
 */
record Resource(Object key, String relation, boolean guessed, boolean unsure) implements WaitNode {

	/**
	 * Return a lock that is owned by a thread which is not seen.
	 * @param lock the lock
	 * @return the lock
	 */
	static Resource owned(Object lock) {
		return new Resource(lock, WaitWords.HELD, false, false);
	}

	/**
	 * Return the end of a thread.
	 * @param thread its identifier
	 * @return its end
	 */
	static Resource end(long thread) {
		return new Resource(thread, "for the end of", false, false);
	}

	/**
	 * Return something of which it can only be guessed who has it.
	 * @param key what tells it from others
	 * @return it
	 */
	static Resource guessed(Object key) {
		return new Resource(key, "held, most likely, by", true, false);
	}

	/**
	 * Return this as a result that others make.
	 * @param unsure whether these may well be others than those that are taken for it
	 * @return the result
	 */
	Resource made(boolean unsure) {
		return new Resource(this.key, unsure ? "made, maybe, by" : "made, most likely, by", this.guessed, unsure);
	}

}
