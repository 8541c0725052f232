package io.github.gmr.section.bean;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BeansByName}.
 */
class BeansByNameTests {

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	private final BeansByName<StringBuilder> beans = new BeansByName<>(this.beanFactory, StringBuilder.class);

	@Test
	void existingWhenBeanIsNotCreatedYetLeavesItAlone() {
		this.beanFactory.registerBeanDefinition("lazy",
				BeanDefinitionBuilder.genericBeanDefinition(StringBuilder.class).setLazyInit(true).getBeanDefinition());
		this.beanFactory.registerSingleton("other", "text");
		this.beans.resolve();
		assertThat(this.beans.existing()).isEmpty();
		assertThat(this.beanFactory.containsSingleton("lazy")).isFalse();
		Object created = this.beanFactory.getBean("lazy");
		assertThat(this.beans.existing()).hasSize(1).containsValue((StringBuilder) created);
	}

	@Test
	void existingWhenNotResolvedIsEmpty() {
		this.beanFactory.registerSingleton("early", new StringBuilder());
		assertThat(this.beans.existing()).isEmpty();
	}

}
