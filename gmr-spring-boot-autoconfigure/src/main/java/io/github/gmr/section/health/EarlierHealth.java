package io.github.gmr.section.health;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * The health checks of Spring Boot 3.5. Its types have moved since, so that they cannot
 * be named where those of today can.
 */
public final class EarlierHealth {

	/**
	 * The name of the type of the registry of health checks.
	 */
	public static final String REGISTRY = "org.springframework.boot.actuate.health.HealthContributorRegistry";

	/**
	 * The name of the type that knows which details are shown.
	 */
	public static final String GROUPS = "org.springframework.boot.actuate.health.HealthEndpointGroups";

	private EarlierHealth() {
	}

	/**
	 * Return the checks of a registry.
	 * @param prefix what their names begin with
	 * @param contributors the registry, or what is nested in it
	 * @param details whether they may show details
	 * @return the checks
	 */
	public static List<HealthCheck> checks(String prefix, Iterable<?> contributors, boolean details) {
		List<HealthCheck> checks = new ArrayList<>();
		for (Object entry : contributors) {
			String name = prefix + call(entry, "getName");
			Object contributor = call(entry, "getContributor");
			if (contributor instanceof Iterable<?> nested) {
				checks.add(HealthCheck.of(name, () -> checks(name + "/", nested, details)));
			}
			else {
				checks.add(new IndicatorCheck(name, contributor, details));
			}
		}
		return checks;
	}

	/**
	 * Call a method without parameters.
	 * @param target the object
	 * @param name the name of the method
	 * @return what it returns
	 * @throws IllegalStateException if there is no such method, or it returns
	 * {@code null}
	 */
	public static Object call(Object target, String name) {
		return call(target, name, new Class<?>[0]);
	}

	/**
	 * Call a method with arguments.
	 * @param target the object
	 * @param name the name of the method
	 * @param types the types of its parameters
	 * @param arguments the arguments
	 * @return what it returns
	 * @throws IllegalStateException if there is no such method, or it returns
	 * {@code null}
	 */
	public static Object call(Object target, String name, Class<?>[] types, @Nullable Object... arguments) {
		Method method = ReflectionUtils.findMethod(target.getClass(), name, types);
		if (method == null) {
			throw new IllegalStateException(target.getClass().getName() + " has no method '" + name + "'");
		}
		ReflectionUtils.makeAccessible(method);
		Object result = ReflectionUtils.invokeMethod(method, target, arguments);
		if (result == null) {
			throw new IllegalStateException(target.getClass().getName() + "." + name + " has answered null");
		}
		return result;
	}

	private record IndicatorCheck(String name, Object indicator, boolean details) implements HealthCheck {

		@Override
		@SuppressWarnings("unchecked")
		public HealthOutcome check() {
			Object health = call(this.indicator, "getHealth", new Class<?>[] { boolean.class }, this.details);
			return new HealthOutcome(call(call(health, "getStatus"), "getCode").toString(),
					(Map<String, Object>) call(health, "getDetails"));
		}

	}

}
