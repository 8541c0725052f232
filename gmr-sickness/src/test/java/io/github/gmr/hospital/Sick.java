package io.github.gmr.hospital;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that makes an application sick and returns. Its parameters are
 * beans of the application.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Sick {

	/**
	 * Return what the sickness is.
	 * @return a few words
	 */
	String value();

	/**
	 * Return what its first finding must say.
	 * @return patterns, each of which must be found: words for the kind, the number and
	 * the place
	 */
	String[] says();

}
