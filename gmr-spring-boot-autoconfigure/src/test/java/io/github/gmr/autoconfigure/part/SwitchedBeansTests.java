package io.github.gmr.autoconfigure.part;

import io.github.gmr.content.Content;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SwitchedBeans}.
 */
class SwitchedBeansTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Switched.class);

	@ParameterizedTest
	@CsvSource(textBlock = """
			nothing=,                                                       nested on shown
			gmr.enabled=true,                                               nested on shown
			gmr.enabled=false,                                              ''
			gmr.enabled=OFF,                                                ''
			gmr.sink.lamp.enabled=false,                                    shown
			gmr.section.shown.enabled=false,                                nested on
			gmr.section.hidden.enabled=true,                                nested on shown hidden
			gmr.section.hidden.enabled=true gmr.enabled=false,              ''
			gmr.sink.lamp.directory=,                                       nested on shown
			gmr.sink.lamp.directory=here,                                   nested on file shown
			gmr.sink.lamp.directory=false,                                  nested on file shown
			gmr.sink.lamp.directory=here gmr.sink.lamp.enabled=false,       shown
			""")
	void beansAreThoseThatAreSwitchedOn(String properties, String beans) {
		this.runner.withPropertyValues(properties.split(" "))
			.run((context) -> assertThat(
					String.join(" ", context.getBeanFactory().getBeanNamesForType(Lamp.class, true, false)))
				.isEqualTo(beans));
	}

	@Test
	void beansWhileApplicationIsProcessedAheadOfTimeAreAllThere() {
		this.runner.withSystemProperties("spring.aot.processing=true")
			.withPropertyValues("gmr.enabled=false")
			.run((context) -> assertThat(context.getBeansOfType(Lamp.class)).hasSize(5));
	}

	@Test
	void runWhenSwitchIsNeitherTrueNorFalseFails() {
		this.runner.withPropertyValues("gmr.section.shown.enabled=perhaps")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.isInstanceOf(BindException.class)
				.hasMessageContaining("gmr.section.shown.enabled"));
	}

	/**
	 * A bean that is made by the product of a factory cannot be asked for its type unless
	 * the factory is created.
	 */
	@Test
	void beansOfOthersAreNotAskedForTheirTypes() {
		DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();
		beanFactory.registerBeanDefinition("early", new RootBeanDefinition(Early.class));
		beanFactory.registerBeanDefinition("late",
				BeanDefinitionBuilder.genericBeanDefinition()
					.setFactoryMethodOnBean("toString", "early")
					.getBeanDefinition());
		SwitchedBeans switchedBeans = new SwitchedBeans();
		switchedBeans.setEnvironment(new MockEnvironment().withProperty("gmr.enabled", "false"));
		switchedBeans.postProcessBeanFactory(beanFactory);
		assertThat(beanFactory.getBeanDefinitionNames()).containsExactly("early", "late");
		assertThat(Early.created).isFalse();
		beanFactory.getType("late");
		assertThat(Early.created).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	@SwitchedBy("gmr.enabled")
	static class Switched {

		@Bean
		Shown shown() {
			return new Shown();
		}

		@Bean
		@SwitchedBy(value = "gmr.section.hidden.enabled", byDefault = false)
		Lamp hidden() {
			return new Lamp();
		}

		@Configuration(proxyBeanMethods = false)
		@SwitchedBy("gmr.sink.lamp.enabled")
		static class Outer {

			@Bean
			Lamp on() {
				return new Lamp();
			}

			@Bean
			@SwitchedBy(value = "gmr.enabled", needs = "gmr.sink.lamp.directory")
			Lamp file() {
				return new Lamp();
			}

			@Configuration(proxyBeanMethods = false)
			static class Inner {

				@Bean
				Lamp nested() {
					return new Lamp();
				}

			}

		}

	}

	static class Lamp {

	}

	static class Shown extends Lamp implements BuiltInSection {

		@Override
		public SectionTraits traits() {
			return SectionTraits.at(1);
		}

		@Override
		public Content content() {
			return Content.text("shown");
		}

	}

	static class Early implements FactoryBean<Object> {

		private static boolean created;

		Early() {
			created = true;
		}

		@Override
		public Object getObject() {
			return this;
		}

		@Override
		public Class<?> getObjectType() {
			return null;
		}

	}

}
