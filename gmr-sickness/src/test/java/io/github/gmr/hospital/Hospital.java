package io.github.gmr.hospital;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An application that becomes a case: its arguments are a ward, the method of the case
 * and settings. It says {@code sick} when it has become one.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Desk.class)
class Hospital {

	private static final Map<String, Object> SETTINGS = Map.of("server.port", 0, "server.address", "127.0.0.1",
			"server.tomcat.threads.max", 20, "spring.main.banner-mode", "off");

	/**
	 * Takes no lock that a case may hold.
	 */
	private static final PrintStream stdout = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

	private static final AtomicBoolean said = new AtomicBoolean();

	public static void main(String[] args) throws Exception {
		Method method = method(Class.forName(Hospital.class.getPackageName() + "." + args[0]), args[1]);
		SpringApplication application = new SpringApplication(sources(method));
		application.setDefaultProperties(SETTINGS);
		ConfigurableApplicationContext context = application.run(Arrays.copyOfRange(args, 2, args.length));
		stdout.println("ready");
		method.setAccessible(true);
		method.invoke(null, Arrays.stream(method.getParameterTypes()).map((type) -> bean(context, type)).toArray());
		sick();
	}

	private static Object bean(ConfigurableApplicationContext context, Class<?> type) {
		return type.isInstance(context) ? context : context.getBean(type);
	}

	private static Method method(Class<?> ward, String name) {
		return Arrays.stream(ward.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static Class<?>[] sources(Method method) {
		List<Class<?>> sources = new ArrayList<>(List.of(Hospital.class));
		Setup setup = method.getAnnotation(Setup.class);
		if (setup != null) {
			sources.addAll(List.of(setup.with()));
		}
		return sources.toArray(Class<?>[]::new);
	}

	/**
	 * Say that it has become what it should, if that is so before the method of the case
	 * returns.
	 */
	static void sick() {
		if (said.compareAndSet(false, true)) {
			stdout.println("sick");
		}
	}

}
