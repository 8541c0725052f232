package io.github.gmr.sickness;

/**
 * Something that a {@link Clinic} can suffer from, or that only looks like it. The bean
 * {@code "sick pool-exhausted"} is what the finding {@code pool-exhausted} is about,
 * {@code "well pool-exhausted"} its healthy neighbour.
 */
@FunctionalInterface
interface Condition {

	/**
	 * Nothing in particular.
	 */
	Condition NONE = () -> {
	};

	/**
	 * Begin to suffer, and return when that has come to be.
	 * @throws Exception if it cannot come to be
	 */
	void begin() throws Exception;

	/**
	 * Recover, and return when all is as it was before.
	 * @throws Exception if it stays as it is
	 */
	default void end() throws Exception {
	}

	/**
	 * Return a condition that is two at once.
	 * @param one one of them
	 * @param other the other one
	 * @return the condition
	 */
	static Condition both(Condition one, Condition other) {
		return new Condition() {

			@Override
			public void begin() throws Exception {
				one.begin();
				other.begin();
			}

			@Override
			public void end() throws Exception {
				one.end();
				other.end();
			}

		};
	}

	/**
	 * Return a condition of two steps.
	 * @param begin begins it
	 * @param end ends it
	 * @return the condition
	 */
	static Condition of(Condition begin, Condition end) {
		return new Condition() {

			@Override
			public void begin() throws Exception {
				begin.begin();
			}

			@Override
			public void end() throws Exception {
				end.begin();
			}

		};
	}

}
