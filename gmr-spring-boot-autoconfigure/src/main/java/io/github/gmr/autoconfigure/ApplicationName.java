package io.github.gmr.autoconfigure;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The name that an application goes by in reports and their files.
 */
final class ApplicationName {

	private ApplicationName() {
	}

	static String of(Environment environment) {
		String name = environment.getProperty("spring.application.name");
		return StringUtils.hasText(name) ? name : "application";
	}

}
