package io.github.gmr.autoconfigure.part;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Names the key that switches the bean of a {@link Bean @Bean} method, or all beans of a
 * configuration and of those nested in it, on and off. It is read when the application
 * starts; a condition would be decided when the application is built, where that is
 * processed ahead of time. With {@code gmr.enabled=false} all of them are off, and a
 * built-in section has the switch {@code gmr.section.<name>.enabled} besides. Those who
 * inject such a bean are switched by the same key or can do without it.
 *
 * @see SwitchedBeans
 */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Import(SwitchedBeans.class)
public @interface SwitchedBy {

	/**
	 * Return the key.
	 * @return the key of a value that is true or false
	 */
	String value();

	/**
	 * Return whether the beans are there if the key is not set.
	 * @return whether they are
	 */
	boolean byDefault() default true;

	/**
	 * Return another key that must have a value, or nothing.
	 * @return the key
	 */
	String needs() default "";

}
