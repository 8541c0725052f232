package io.github.gmr.autoconfigure.section;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Finds the packages of the application's own code.
 */
final class ApplicationPackages {

	private ApplicationPackages() {
	}

	/**
	 * Return the packages of auto-configuration and that of the main class.
	 * @param context the application context
	 * @return the packages, empty if nothing is known
	 */
	static List<String> of(ApplicationContext context) {
		Set<String> packages = new LinkedHashSet<>();
		if (AutoConfigurationPackages.has(context)) {
			packages.addAll(AutoConfigurationPackages.get(context));
		}
		for (String name : context.getBeanNamesForAnnotation(SpringBootConfiguration.class)) {
			Class<?> type = context.getType(name, false);
			if (type != null) {
				packages.add(ClassUtils.getPackageName(ClassUtils.getUserClass(type)));
			}
		}
		packages.remove("");
		return List.copyOf(packages);
	}

}
