package io.github.gmr.section.bean;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.gmr.worker.Workers;
import io.github.gmr.worker.Workers.Question;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;

/**
 * Beans of one type. Their names are resolved once, when the context is ready; a bean
 * that has not been created yet is left alone, so that a report neither creates one nor
 * waits for one that is being created. What has been created in another scope, or by a
 * factory bean, cannot be looked up without creating it, so it is remembered when it is
 * created, in a scope the last one of each name. Resolved by the thread that starts the
 * application, read by any.
 *
 * @param <T> the type of the beans
 */
public final class BeansByName<T> implements DestructionAwareBeanPostProcessor {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Class<T> type;

	private final Map<String, WeakReference<Object>> created = new ConcurrentHashMap<>();

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
	 * Remember a bean as it is, before others wrap it: that is what its scope destroys.
	 */
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (isWanted(bean, beanName)) {
			this.created.put(beanName, new WeakReference<>(bean));
		}
		return bean;
	}

	/**
	 * Remember what a factory bean has created, which is given here only.
	 */
	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (isWanted(bean, beanName)) {
			this.created.putIfAbsent(beanName, new WeakReference<>(bean));
		}
		return bean;
	}

	/**
	 * Return whether a bean is one to remember. The proxy of a bean in a scope is not:
	 * the bean behind it is. Without a definition there is no end to the names.
	 */
	private boolean isWanted(Object bean, String beanName) {
		return this.type.isInstance(bean) && !(bean instanceof ScopedObject)
				&& this.beanFactory.containsBeanDefinition(beanName);
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		this.created.computeIfPresent(beanName, (name, last) -> last.refersTo(bean) ? null : last);
	}

	/**
	 * Return whether the end of a bean is of interest. Of other beans than these a scope
	 * may not take note for us, as it may not support that. They count until they are
	 * created anew, or collected.
	 */
	@Override
	public boolean requiresDestruction(Object bean) {
		return this.type.isInstance(bean) && bean instanceof DisposableBean;
	}

	/**
	 * Look up the names of the beans. To be called once all singletons exist.
	 */
	public void resolve() {
		this.names = List.of(this.beanFactory.getBeanNamesForType(this.type, false, false));
	}

	/**
	 * Return the beans that exist.
	 * @return the beans by their names, those in a scope by the names of their proxies
	 */
	public Map<String, T> existing() {
		Map<String, T> beans = new LinkedHashMap<>();
		for (String name : this.names) {
			Object bean = existing(name);
			if (this.type.isInstance(bean)) {
				beans.put(name, this.type.cast(bean));
			}
		}
		return beans;
	}

	private @Nullable Object existing(String name) {
		Object bean = this.beanFactory.getSingleton(name);
		if (this.type.isInstance(bean)) {
			return bean;
		}
		WeakReference<Object> last = this.created.getOrDefault(ScopedProxyUtils.getTargetBeanName(name),
				this.created.get(name));
		return (last != null) ? last.get() : null;
	}

	/**
	 * Ask each of the beans that exist.
	 * @param <R> the type of the answers
	 * @param workers ask them
	 * @param question what to ask each bean, which is given with its name
	 * @return the answers by the names of the beans
	 */
	public <R> Readings<R> read(Workers workers, Question<? super Map.Entry<String, T>, ? extends R> question) {
		return Readings.of(workers, existing().entrySet(), Map.Entry::getKey, Map.Entry::getValue, question);
	}

}
