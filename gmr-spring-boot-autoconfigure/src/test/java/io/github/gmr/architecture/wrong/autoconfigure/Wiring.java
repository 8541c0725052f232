package io.github.gmr.architecture.wrong.autoconfigure;

import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;

/**
 * Wrong: knows Actuator, in a class that is always loaded and in a nested one without
 * condition. The conditional one is right.
 */
public record Wiring(Sanitizer sanitizer) {

	public record Unconditional(Sanitizer sanitizer) {

	}

	@ConditionalOnClass(Sanitizer.class)
	public record Conditional(Sanitizer sanitizer) {

		public record Inner(Sanitizer sanitizer) {

		}

	}

}
