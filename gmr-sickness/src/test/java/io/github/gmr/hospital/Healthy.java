package io.github.gmr.hospital;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that makes an application odd, but not sick, and returns. Its
 * parameters are beans of the application.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Healthy {

	/**
	 * Return what is odd.
	 * @return a few words
	 */
	String value();

}
