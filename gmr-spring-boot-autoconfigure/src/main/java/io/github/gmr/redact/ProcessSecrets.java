package io.github.gmr.redact;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Properties;

/**
 * Tells what the process was started with: system properties, environment variables and
 * the arguments of the JVM.
 */
final class ProcessSecrets {

	private ProcessSecrets() {
	}

	static void visit(SecretSource.Visitor visitor) {
		Properties properties = System.getProperties();
		for (String name : properties.stringPropertyNames()) {
			visitor.visit("systemProperties", name, properties.getProperty(name, ""));
		}
		System.getenv().forEach((name, value) -> visitor.visit("systemEnvironment", name, value));
		for (String argument : arguments()) {
			visitor.visit(null, "argument", argument);
		}
	}

	private static List<String> arguments() {
		try {
			return ManagementFactory.getRuntimeMXBean().getInputArguments();
		}
		catch (RuntimeException | LinkageError ex) {
			return List.of();
		}
	}

}
