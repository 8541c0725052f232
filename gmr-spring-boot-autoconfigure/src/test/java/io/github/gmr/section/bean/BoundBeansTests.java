package io.github.gmr.section.bean;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BoundBeans}.
 */
class BoundBeansTests {

	@Test
	void prefixIsThatOfTheMethodThatMakesTheBean() {
		assertThat(prefix("bound", new StringBuilder())).isEqualTo("shop.sign");
		assertThat(prefix("unbound", new StringBuilder())).isEmpty();
	}

	@Test
	void prefixWhenSomethingElseHasTakenThePlaceOfTheBeanIsTheSame() {
		assertThat(prefix("bound", "a proxy")).isEqualTo("shop.sign");
		assertThat(prefix("unbound", "a proxy")).isEmpty();
	}

	private static String prefix(String name, Object bean) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Beans.class)) {
			return new BoundBeans(context).prefix(name, bean);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		@ConfigurationProperties("shop.sign")
		StringBuilder bound() {
			return new StringBuilder();
		}

		@Bean
		StringBuilder unbound() {
			return new StringBuilder();
		}

	}

}
