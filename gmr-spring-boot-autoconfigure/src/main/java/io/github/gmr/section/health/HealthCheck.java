package io.github.gmr.section.health;

/**
 * A check of the application's health that can be made alone.
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
	HealthOutcome check() throws Exception;

}
