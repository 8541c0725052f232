package io.github.gmr.section.activity;

/**
 * What a thread does, as its stack shows it.
 *
 * @param kind the kind of activity
 * @param words words for one thread that does so, which begin with a verb, such as
 * {@code "waits for a connection of HikariPool"}
 * @param frame the frame that has shown it, empty if the stack is
 * @param place the topmost frame of the application's own code, or else the one that says
 * most
 * @param own whether the place is in the application's own code
 */
public record Activity(ActivityKind kind, String words, String frame, String place, boolean own) {

	/**
	 * Describe what a number of threads do.
	 * @param threads how many threads do it
	 * @return words such as {@code "180 wait for a connection of HikariPool"}
	 */
	public String words(long threads) {
		return threads + " " + does(threads);
	}

	/**
	 * Return the words for a number of threads, without the number.
	 * @param threads how many threads do it
	 * @return words such as {@code "wait for a connection of HikariPool"}
	 */
	public String does(long threads) {
		return (threads == 1) ? this.words : plural();
	}

	/**
	 * Return whether a thread of a pool waits for its next task, so that nothing of the
	 * application is on its stack.
	 * @return whether it does
	 */
	public boolean isBetweenTasks() {
		return this.kind == ActivityKind.IDLE && this.words.equals("waits for a task") && !this.own;
	}

	/**
	 * Return whether another thread does the same at the same place.
	 * @param other what the other thread does
	 * @return whether it is the same
	 */
	public boolean isSameAs(Activity other) {
		return this.kind == other.kind && this.words.equals(other.words) && this.place.equals(other.place);
	}

	private String plural() {
		int end = this.words.indexOf(' ');
		String verb = (end >= 0) ? this.words.substring(0, end) : this.words;
		return verb.substring(0, verb.length() - 1) + this.words.substring(verb.length());
	}

}
