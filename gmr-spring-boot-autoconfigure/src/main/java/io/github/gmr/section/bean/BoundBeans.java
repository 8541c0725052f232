package io.github.gmr.section.bean;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gmr.content.Finding;
import io.github.gmr.content.text.Attempt;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.context.ApplicationContext;

/**
 * Knows which settings beans are bound to by {@code @ConfigurationProperties}, on their
 * class or on the method that makes them. Thread-safe.
 */
public final class BoundBeans {

	private static final String UNBOUND = "";

	private final ApplicationContext context;

	private final Map<String, String> prefixes = new ConcurrentHashMap<>();

	/**
	 * Create what knows the beans of an application.
	 * @param context the application context
	 */
	public BoundBeans(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Return the prefix of the settings that a bean is bound to. It is looked up once.
	 * @param name the name of the bean
	 * @param bean the bean
	 * @return the prefix, such as {@code "spring.datasource.hikari"}, empty if there is
	 * none
	 */
	public String prefix(String name, Object bean) {
		return this.prefixes.computeIfAbsent(name, (any) -> {
			ConfigurationProperties bound = annotation(name, bean);
			return (bound != null) ? bound.prefix() : UNBOUND;
		});
	}

	/**
	 * Returns the annotation that binds a bean. What has taken the place of a bean that a
	 * method makes, as a proxy does, is of another type.
	 */
	private @Nullable ConfigurationProperties annotation(String name, Object bean) {
		return Attempt.<@Nullable ConfigurationProperties>ask(() -> {
			ConfigurationPropertiesBean bound = ConfigurationPropertiesBean.get(this.context, bean, name);
			return (bound != null) ? bound.getAnnotation() : null;
		}, (ex) -> this.context.findAnnotationOnBean(name, ConfigurationProperties.class, false));
	}

	/**
	 * Add settings of a bean to a finding about it.
	 * @param finding the finding
	 * @param prefix the prefix of the settings, empty if there is none
	 * @param settings the names of the settings without it
	 * @return a new finding, the same if there is no prefix
	 */
	public static Finding addTo(Finding finding, String prefix, List<String> settings) {
		Finding result = finding;
		for (String setting : prefix.isEmpty() ? List.<String>of() : settings) {
			result = result.setting(prefix + "." + setting);
		}
		return result;
	}

}
