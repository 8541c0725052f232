package io.github.gmr.benchmarks.configuration;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;

import io.github.gmr.redact.Audience;
import io.github.gmr.redact.Redaction;
import io.github.gmr.section.environment.ConfigurationSection;
import io.github.gmr.section.environment.EnvironmentProperties;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.view.text.TextReportView;
import io.github.gmr.worker.Workers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Compares the Configuration section, collected, masked and written as text, with what
 * {@code GET /actuator/env} does for the same environment in the same process.
 */
public final class ConfigurationBenchmark {

	private static final String[] VALUES = { "%d", "true", "https://service-%d.acme.com:8443/api/v1", "5s",
			"com.acme.orders.Handler%d", "orders-%d", "${app.group0.name0}/x%d", "a,b,c,%d" };

	private static final String[] NAMES = { "timeout", "enabled", "url", "delay", "handler-class", "name", "path",
			"values", "password", "max-size" };

	private final StandardEnvironment environment = new StandardEnvironment();

	private final Workers workers = new Workers(ForkJoinPool.commonPool());

	private ConfigurationBenchmark(int properties) {
		Map<String, Object> first = new TreeMap<>();
		Map<String, Object> second = new TreeMap<>();
		for (int i = 0; i < properties; i++) {
			String name = "app.group" + i / 100 + "." + NAMES[i % NAMES.length] + i % 100;
			String value = VALUES[i % VALUES.length].formatted(i);
			((i % 2 == 0) ? first : second).put(name, OriginTrackedValue.of(value,
					new TextResourceOrigin(new ClassPathResource("application.yml"), new Location(i, 3))));
		}
		this.environment.getPropertySources()
			.addLast(new OriginTrackedMapPropertySource("application-prod.yml", first, true));
		this.environment.getPropertySources()
			.addLast(new OriginTrackedMapPropertySource("application.yml", second, true));
		ConfigurationPropertySources.attach(this.environment);
	}

	/**
	 * Run the benchmark.
	 * @param args the numbers of properties, 10,000 if there is none
	 * @throws Exception if anything fails
	 */
	public static void main(String[] args) throws Exception {
		for (String count : (args.length != 0) ? args : new String[] { "10000" }) {
			new ConfigurationBenchmark(Integer.parseInt(count)).run(Integer.parseInt(count));
		}
	}

	private void run(int properties) throws Exception {
		EnvironmentEndpoint endpoint = new EnvironmentEndpoint(this.environment, List.of(), Show.ALWAYS);
		JsonMapper mapper = new JsonMapper();
		ConfigurationSection section = new ConfigurationSection(this.environment, this.workers);
		Redaction redaction = Redaction.builder()
			.secrets((scope, visitor) -> new EnvironmentProperties(this.environment, this.workers).visit(scope,
					visitor::visit))
			.build();
		redaction.refresh(new ReportScope());
		System.out.printf("%d properties, mean CPU time of the process in ms%n", properties);
		double env = Stopwatch.meanOfProcess(() -> mapper.writeValueAsBytes(endpoint.environment(null)));
		print("actuator env, JSON", env);
		print("actuator env, collected only", Stopwatch.meanOfProcess(() -> endpoint.environment(null)));
		double text = Stopwatch.meanOfProcess(() -> text(section, redaction));
		print("section, masked, text", text);
		System.out.printf("%-32s %8.2f x%n", "times actuator env, JSON", text / env);
		print("section, collected only", Stopwatch.meanOfProcess(() -> section.content(new ReportScope())));
		print("section, masked", Stopwatch
			.meanOfProcess(() -> redaction.redact(Reports.of(section.content(new ReportScope())), Audience.MASKED)));
		print("secrets gathered", Stopwatch.meanOfProcess(() -> {
			redaction.refresh(new ReportScope());
			return redaction;
		}));
	}

	private static ByteArrayOutputStream text(ConfigurationSection section, Redaction redaction) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new TextReportView().write(redaction.redact(Reports.of(section.content(new ReportScope())), Audience.MASKED),
				out);
		return out;
	}

	private static void print(String what, double micros) {
		System.out.printf("%-32s %8.1f%n", what, micros / 1000);
	}

}
