package io.github.gmr.autoconfigure.actuate;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The path that the servlet of Spring MVC, or else Jersey, is mapped to: what precedes
 * the path of an endpoint within the application. Spring MVC serves endpoints wherever it
 * is on the class path. The types that know their paths are not the same in all versions
 * of Spring Boot.
 */
final class ServletPrefix implements Supplier<String> {

	private static final List<String> TYPES = List.of(
			"org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath",
			"org.springframework.boot.autoconfigure.web.servlet.DispatcherServletPath",
			"org.springframework.boot.jersey.autoconfigure.JerseyApplicationPath",
			"org.springframework.boot.autoconfigure.web.servlet.JerseyApplicationPath");

	private final BeanFactory beans;

	/**
	 * Create a prefix.
	 * @param beans the context that serves the endpoint
	 */
	ServletPrefix(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public String get() {
		return TYPES.stream().flatMap((type) -> prefix(type).stream()).findFirst().orElse("");
	}

	private Optional<String> prefix(String typeName) {
		ClassLoader classLoader = getClass().getClassLoader();
		if (!ClassUtils.isPresent(typeName, classLoader)) {
			return Optional.empty();
		}
		Class<?> type = ClassUtils.resolveClassName(typeName, classLoader);
		Object bean = this.beans.getBeanProvider(type).getIfAvailable();
		Method method = ClassUtils.getMethod(type, "getPrefix");
		return Optional.ofNullable(bean).map((path) -> (String) ReflectionUtils.invokeMethod(method, path));
	}

}
