package io.github.gmr.diagnosis;

/**
 * Something that threads wait for, and that others have or make.
 *
 * @param key what tells it from others of its kind: where threads wait for it, or whose
 * it is
 * @param words words for those that wait for it, such as
 * {@code "wait for a connection of HikariPool"}
 * @param relation words for what those who have it have to do with it, such as
 * {@code "held, most likely, by"}
 */
record Resource(Object key, String words, String relation) implements WaitNode {

	Resource relation(String relation) {
		return new Resource(this.key, this.words, relation);
	}

}
