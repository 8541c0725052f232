package io.github.gmr.section.health;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * A check of the application's health that can be made alone, or several that are known
 * by one name.
 */
public interface HealthCheck {

	/**
	 * Return the name of the check.
	 * @return the name, such as {@code "db"}
	 */
	String name();

	/**
	 * Make the check. May take as long as what it checks.
	 * @return what came out
	 * @throws Exception if the check itself fails
	 */
	Result check() throws Exception;

	/**
	 * Create a check that consists of others.
	 * @param name the name of all of them
	 * @param parts returns the others, with their whole names
	 * @return the check
	 */
	static HealthCheck of(String name, Callable<List<HealthCheck>> parts) {
		return new HealthCheck() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public Result check() throws Exception {
				return new Parts(parts.call());
			}

		};
	}

	/**
	 * What came out of a check.
	 */
	sealed interface Result permits HealthOutcome, Parts {

	}

	/**
	 * The checks that a check consists of, which are not made yet.
	 *
	 * @param checks the checks
	 */
	record Parts(List<HealthCheck> checks) implements Result {

		public Parts {
			checks = List.copyOf(checks);
		}

	}

}
