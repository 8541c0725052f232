package io.github.gmr.section.bean;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.Scope;

/**
 * A scope that keeps its beans until it is refreshed, as Spring Cloud's does.
 */
public final class MapScope implements Scope {

	private final Map<String, Object> beans = new ConcurrentHashMap<>();

	private final Map<String, Runnable> callbacks = new ConcurrentHashMap<>();

	/**
	 * Destroy all beans: each is created anew when it is used next.
	 */
	public void refresh() {
		this.beans.clear();
		this.callbacks.values().forEach(Runnable::run);
		this.callbacks.clear();
	}

	public int size() {
		return this.beans.size();
	}

	@Override
	public Object get(String name, ObjectFactory<?> factory) {
		Object known = this.beans.get(name);
		if (known != null) {
			return known;
		}
		Object bean = factory.getObject();
		this.beans.put(name, bean);
		return bean;
	}

	@Override
	public @Nullable Object remove(String name) {
		return this.beans.remove(name);
	}

	@Override
	public void registerDestructionCallback(String name, Runnable callback) {
		this.callbacks.put(name, callback);
	}

}
