package io.github.gmr.section.bean;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.scheduling.concurrent.ScheduledExecutorFactoryBean;
import org.springframework.scheduling.concurrent.ThreadPoolExecutorFactoryBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BeansByName}.
 */
class BeansByNameTests {

	private final MapScope scope = new MapScope();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void existingWhenBeanIsNotCreatedYetLeavesItAlone() {
		BeansByName<Executor> beans = start(Singletons.class);
		assertThat(beans.existing()).containsOnlyKeys("eager");
		assertThat(this.context.getBeanFactory().containsSingleton("lazy")).isFalse();
		Object created = this.context.getBean("lazy");
		assertThat(beans.existing()).containsOnlyKeys("eager", "lazy").containsValue((Executor) created);
	}

	@Test
	void existingWhenNotResolvedIsEmpty() {
		this.context.register(Singletons.class);
		this.context.refresh();
		assertThat(beans().existing()).isEmpty();
	}

	@Test
	void existingWhenBeanIsInScopeIsTheOneBehindTheProxyOnceItExists() {
		BeansByName<Executor> beans = start(Scoped.class);
		assertThat(beans.existing()).isEmpty();
		assertThat(this.scope.size()).isZero();
		ThreadPoolTaskExecutor proxy = this.context.getBean("scoped", ThreadPoolTaskExecutor.class);
		assertThat(proxy).isInstanceOf(ScopedObject.class);
		assertThat(beans.existing()).isEmpty();
		ThreadPoolExecutor pool = proxy.getThreadPoolExecutor();
		assertThat(beans.existing()).containsOnlyKeys("scoped").hasValueSatisfying(pool(pool));
	}

	@Test
	void existingWhenScopeIsRefreshedIsTheNewOneOnceItExists() {
		BeansByName<Executor> beans = start(Scoped.class);
		ThreadPoolTaskExecutor proxy = this.context.getBean("scoped", ThreadPoolTaskExecutor.class);
		ThreadPoolExecutor before = proxy.getThreadPoolExecutor();
		this.scope.refresh();
		assertThat(before.isShutdown()).isTrue();
		assertThat(beans.existing()).isEmpty();
		assertThat(this.scope.size()).isZero();
		ThreadPoolExecutor after = proxy.getThreadPoolExecutor();
		assertThat(after).isNotSameAs(before);
		assertThat(beans.existing()).containsOnlyKeys("scoped").hasValueSatisfying(pool(after));
	}

	@Test
	void existingWhenFactoryBeanHasMadeItHasIt() {
		BeansByName<Executor> beans = start(Factories.class);
		assertThat(beans.existing()).isEmpty();
		Executor pool = this.context.getBean("pool", Executor.class);
		Executor scheduler = this.context.getBean("scheduler", ScheduledExecutorService.class);
		assertThat(beans.existing()).containsExactly(Map.entry("pool", pool), Map.entry("scheduler", scheduler));
	}

	@Test
	void existingWhenOthersWrapBeanHasTheOneOfItsFactory() {
		BeansByName<Executor> beans = start(Wrapped.class);
		assertThat(beans.existing()).containsOnlyKeys("eager")
			.containsValue(this.context.getBean("eager", Executor.class));
	}

	private BeansByName<Executor> start(Class<?> configuration) {
		this.context.getBeanFactory().registerScope("map", this.scope);
		this.context.register(configuration);
		this.context.refresh();
		BeansByName<Executor> beans = beans();
		beans.resolve();
		return beans;
	}

	@SuppressWarnings("unchecked")
	private BeansByName<Executor> beans() {
		return this.context.getBean(BeansByName.class);
	}

	private static Condition<Executor> pool(ThreadPoolExecutor pool) {
		return new Condition<>((executor) -> !(executor instanceof ScopedObject)
				&& ((ThreadPoolTaskExecutor) executor).getThreadPoolExecutor() == pool, "the pool in use");
	}

	@Configuration(proxyBeanMethods = false)
	static class Base {

		@Bean
		static BeansByName<Executor> executors(ConfigurableListableBeanFactory beanFactory) {
			return new BeansByName<>(beanFactory, Executor.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Singletons extends Base {

		@Bean
		ThreadPoolTaskExecutor eager() {
			return new ThreadPoolTaskExecutor();
		}

		@Bean
		@Lazy
		Executor lazy() {
			return Runnable::run;
		}

		@Bean
		@Scope("prototype")
		ThreadPoolTaskExecutor prototype() {
			return new ThreadPoolTaskExecutor();
		}

		@Bean
		String other() {
			return "text";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Scoped extends Base {

		@Bean
		@Scope(scopeName = "map", proxyMode = ScopedProxyMode.TARGET_CLASS)
		ThreadPoolTaskExecutor scoped() {
			return new ThreadPoolTaskExecutor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Factories extends Base {

		@Bean
		ThreadPoolExecutorFactoryBean pool() {
			return new ThreadPoolExecutorFactoryBean();
		}

		@Bean
		ScheduledExecutorFactoryBean scheduler() {
			return new ScheduledExecutorFactoryBean();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Wrapped extends Base {

		@Bean
		ThreadPoolTaskExecutor eager() {
			return new ThreadPoolTaskExecutor();
		}

		@Bean
		static BeanPostProcessor wrapper() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					if (!(bean instanceof ThreadPoolTaskExecutor)) {
						return bean;
					}
					ProxyFactory factory = new ProxyFactory(bean);
					factory.setProxyTargetClass(true);
					return factory.getProxy();
				}

			};
		}

	}

}
