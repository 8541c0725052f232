package io.github.gmr.architecture.wrong.autoconfigure.section;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;

/**
 * Wrong: is decided by what may be different when the application starts. Those on
 * classes and beans are right.
 */
@ConditionalOnProperty("frozen")
public class Frozen {

	public static class ByBean {

		@Bean
		@ConditionalOnBooleanProperty("frozen")
		Runnable frozen() {
			return () -> {
			};
		}

	}

	@ConditionalOnProperty("frozen")
	@ConditionalOnProperty("cold")
	public static class Twice {

	}

	@ConditionalOnExpression("true")
	public static class ByExpression {

	}

	@Profile("frozen")
	public static class ByProfile {

	}

	@Conditional(SpringBootCondition.class)
	public static class ByCondition {

	}

	@ConditionalOnClass(Frozen.class)
	public static class Right {

		@Bean
		@ConditionalOnBean(Frozen.class)
		Frozen warm() {
			return new Frozen();
		}

	}

}
