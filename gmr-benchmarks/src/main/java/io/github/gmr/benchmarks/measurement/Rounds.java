package io.github.gmr.benchmarks.measurement;

/**
 * How often something is measured. The system property {@code rounds} is the most that
 * any benchmark does, to see that it runs at all.
 */
public final class Rounds {

	private static final int MOST = Integer.getInteger("rounds", Integer.MAX_VALUE);

	private Rounds() {
	}

	/**
	 * Return the number of rounds.
	 * @param usual how many make a good measurement
	 * @return that, or fewer
	 */
	public static int of(int usual) {
		return Math.min(usual, MOST);
	}

}
