package io.github.gmr.autoconfigure.part;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.gmr.section.BuiltInSection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/**
 * Leaves out the beans that are {@link SwitchedBy switched} off, before any of them is
 * created, so that nothing else has to ask whether it is on. While an application is
 * processed ahead of time all of them stay: what is off is left out when it starts.
 */
class SwitchedBeans implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered {

	private static final Log logger = LogFactory.getLog(SwitchedBeans.class);

	private static final String LIBRARY = "io.github.gmr.";

	private @Nullable Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (!AotProcessing.isRunning() && beanFactory instanceof BeanDefinitionRegistry registry) {
			Switches switches = new Switches(Objects.requireNonNull(this.environment));
			for (String name : registry.getBeanDefinitionNames()) {
				Method method = method(registry.getBeanDefinition(name), beanFactory.getBeanClassLoader());
				if (method != null && isOff(method, switches)) {
					logger.debug("The bean '" + name + "' is switched off");
					registry.removeBeanDefinition(name);
				}
			}
		}
	}

	/**
	 * Returns the method that makes a bean, where it can be one of ours: beans of others
	 * are not even asked for their type, which may create some. What was processed ahead
	 * of time has no metadata, but its method.
	 */
	private static @Nullable Method method(BeanDefinition definition, @Nullable ClassLoader classLoader) {
		MethodMetadata metadata = (definition instanceof AnnotatedBeanDefinition annotated)
				? annotated.getFactoryMethodMetadata() : null;
		if (metadata != null) {
			String configuration = metadata.getDeclaringClassName();
			return isOfLibrary(configuration) ? BeanUtils.findDeclaredMethodWithMinimalParameters(
					ClassUtils.resolveClassName(configuration, classLoader), metadata.getMethodName()) : null;
		}
		return (definition instanceof RootBeanDefinition processed && isOfLibrary(definition.getBeanClassName()))
				? processed.getResolvedFactoryMethod() : null;
	}

	private static boolean isOfLibrary(@Nullable String type) {
		return type != null && type.startsWith(LIBRARY);
	}

	private static boolean isOff(Method method, Switches switches) {
		List<SwitchedBy> switchedBy = switchedBy(method);
		return !switchedBy.isEmpty()
				&& !(switchedBy.stream().allMatch(switches::isOn) && isSectionOn(method.getReturnType(), switches));
	}

	/**
	 * Returns the switches of a method, and of the configurations around it.
	 */
	private static List<SwitchedBy> switchedBy(Method method) {
		Stream<Class<?>> around = Stream.<Class<?>>iterate(method.getDeclaringClass(), Objects::nonNull,
				Class::getEnclosingClass);
		return Stream.<AnnotatedElement>concat(Stream.of(method), around)
			.map((element) -> element.getAnnotation(SwitchedBy.class))
			.filter(Objects::nonNull)
			.toList();
	}

	private static boolean isSectionOn(Class<?> type, Switches switches) {
		return !BuiltInSection.class.isAssignableFrom(type) || switches.isOn(PartName.of(type, "Section"));
	}

}
