package io.github.gmr.hospital;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how the application of a case is set up: never how it is reported about.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Setup {

	/**
	 * Return configuration classes beside those that all applications have.
	 * @return the classes
	 */
	Class<?>[] with() default {};

	/**
	 * Return settings of the application.
	 * @return the settings, such as {@code "server.tomcat.threads.max=8"}
	 */
	String[] settings() default {};

	/**
	 * Return options of the JVM.
	 * @return the options
	 */
	String[] jvm() default {};

	/**
	 * Return what a shell does before it becomes the process.
	 * @return commands and redirections of a shell, {@code exec} last
	 */
	String shell() default "";

	/**
	 * Return whether the server is that of Reactor Netty instead of Tomcat.
	 * @return whether it is
	 */
	boolean reactive() default false;

	/**
	 * Return whether it needs CPUs for itself, so that no other case may run beside it.
	 * @return whether it does
	 */
	boolean busy() default false;

	/**
	 * Return the oldest Java that can have it.
	 * @return the feature release
	 */
	int leastJava() default 17;

}
