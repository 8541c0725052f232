package io.github.gmr.redact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.LoggerContext;
import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.environment.ConfigurationSection;
import io.github.gmr.section.log.LogOptions;
import io.github.gmr.section.log.LogSection;
import io.github.gmr.section.log.LogbackSource;
import io.github.gmr.section.process.CommandLine;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Workers;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * Makes of the entries of a corpus what the sections say that have such texts.
 */
final class CorpusContents {

	private static final Pattern ARGUMENT = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

	private CorpusContents() {
	}

	/**
	 * Return what sections make of an entry.
	 * @param entry the entry
	 * @return the contents in all of which the value must be masked, or shown
	 * @throws IOException if its text cannot be read
	 */
	static List<Content> of(CorpusEntry entry) throws IOException {
		String text = entry.text();
		return switch (entry.carrier()) {
			case "properties", "json" -> List.of(settings(property(entry.name(), text)));
			case "environment" -> List.of(settings(variable(entry.name(), text)));
			case "yaml" -> yaml(text);
			case "arguments" -> List.of(arguments(JsonParserFactory.getJsonParser().parseList(text)));
			case "thread" -> List.of(thread(text));
			case "exception" -> List.of(Failure.of(new IllegalStateException(text)));
			case "sql" -> List.of(Content.fields((fields) -> fields.add("statement", text)));
			case "table" -> List.of(table(text));
			case "map" -> List.of(Content.of(JsonParserFactory.getJsonParser().parseMap(text)));
			case "path" -> path(text);
			case "process" -> process(text);
			case "log" -> log(text);
			default -> throw new IllegalArgumentException("Unknown carrier " + entry.carrier());
		};
	}

	private static PropertySource<?> property(String name, Object value) {
		return new MapPropertySource("file", new LinkedHashMap<>(Map.of(name, value)));
	}

	private static PropertySource<?> variable(String name, Object value) {
		return new SystemEnvironmentPropertySource("systemEnvironment", new LinkedHashMap<>(Map.of(name, value)));
	}

	private static Content settings(PropertySource<?> source) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((other) -> environment.getPropertySources().remove(other.getName()));
		environment.getPropertySources().addFirst(source);
		return new ConfigurationSection(environment, new Workers(ForkJoinPool.commonPool())).content(new ReportScope());
	}

	/**
	 * Return the settings that a file has, and the file as a text.
	 */
	private static List<Content> yaml(String text) throws IOException {
		List<Content> contents = new ArrayList<>();
		ByteArrayResource resource = new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
		new YamlPropertySourceLoader().load("application.yml", resource)
			.forEach((source) -> contents.add(settings(source)));
		contents.add(new Text(text));
		return contents;
	}

	private static Content arguments(List<Object> arguments) {
		List<String> texts = arguments.stream().map(String::valueOf).toList();
		return Content.fields((fields) -> fields.add("arguments", CommandLine.ofJvm(texts)));
	}

	private static Content thread(String name) {
		ThreadEntry thread = new ThreadEntry(31, name, new VirtualThreadFacts(null, null), List.of());
		StackGroup group = new StackGroup("RUNNABLE", 1, List.of(thread), List.of("a.B.c(B.java:1)"), false);
		return new Threads(Threads.Kind.PLATFORM, "VM", Content.fields(Map.of("threads", 1)), List.of(group), 0);
	}

	@SuppressWarnings("unchecked")
	private static Content table(String text) {
		Map<String, Object> parts = JsonParserFactory.getJsonParser().parseMap(text);
		List<Object> columns = (List<Object>) parts.get("columns");
		List<List<Object>> rows = (List<List<Object>>) parts.get("rows");
		return Content.table(rows, (table) -> {
			for (int i = 0; i < columns.size(); i++) {
				int column = i;
				table.column(String.valueOf(columns.get(i)), (row) -> (column < row.size()) ? row.get(column) : "");
			}
		});
	}

	/**
	 * Return the table of running requests, and the sentence that says which runs for
	 * long.
	 */
	private static List<Content> path(String request) {
		String method = request.substring(0, Math.max(0, request.indexOf(' ')));
		String path = request.substring(request.indexOf(' ') + 1);
		return List.of(Content.fields((fields) -> {
			fields.add("requests", Content.table(List.of(path), (table) -> {
				table.column("age", (row) -> "35 s");
				table.column("method", (row) -> method);
				table.column("path", (row) -> row);
				table.column("thread", (row) -> "exec-3 #42");
			}));
			fields.add(Content.warning("%s runs for 35 s on exec-3 #42", request));
		}));
	}

	/**
	 * Return a command line and the list of its arguments.
	 */
	private static List<Content> process(String line) {
		List<String> arguments = new ArrayList<>();
		Matcher matcher = ARGUMENT.matcher(line);
		while (matcher.find()) {
			arguments.add(matcher.group());
		}
		return List.of(Content.fields((fields) -> fields.add("processes", line)),
				Content.fields((fields) -> fields.add("command", CommandLine.ofJvm(arguments))));
	}

	private static List<Content> log(String message) {
		LoggerContext context = new LoggerContext();
		LogOptions options = new LogOptions(10, 10);
		LogbackSource source = new LogbackSource(context, options);
		source.onApplicationEvent(new ContextRefreshedEvent(new StaticApplicationContext()));
		context.getLogger("com.acme.Orders").error(message);
		return List.of(new LogSection(source, options, new ApplicationCode(List.of()), Trends.NONE).content());
	}

}
