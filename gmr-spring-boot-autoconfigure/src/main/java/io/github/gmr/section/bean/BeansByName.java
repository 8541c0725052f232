package io.github.gmr.section.bean;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Beans of one type. Their names are resolved once, when the context is ready; a bean
 * that has not been created yet is left alone, so that a report neither creates one nor
 * waits for one that is being created. Resolved by the thread that starts the
 * application, read by any.
 *
 * @param <T> the type of the beans
 */
public final class BeansByName<T> {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Class<T> type;

	private volatile List<String> names = List.of();

	/**
	 * Create beans that are not resolved yet.
	 * @param beanFactory where the beans live
	 * @param type their type
	 */
	public BeansByName(ConfigurableListableBeanFactory beanFactory, Class<T> type) {
		this.beanFactory = beanFactory;
		this.type = type;
	}

	/**
	 * Look up the names of the beans. To be called once all singletons exist.
	 */
	public void resolve() {
		this.names = List.of(this.beanFactory.getBeanNamesForType(this.type, false, false));
	}

	/**
	 * Return the beans that exist.
	 * @return the beans by their names
	 */
	public Map<String, T> existing() {
		Map<String, T> beans = new LinkedHashMap<>();
		for (String name : this.names) {
			Object bean = this.beanFactory.getSingleton(name);
			if (this.type.isInstance(bean)) {
				beans.put(name, this.type.cast(bean));
			}
		}
		return beans;
	}

}
