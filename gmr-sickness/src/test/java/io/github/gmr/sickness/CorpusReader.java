package io.github.gmr.sickness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads the {@link Corpus} from the sources of the library, from what is in its jar, and
 * from the patients here.
 */
final class CorpusReader {

	private static final Path SOURCES = Path.of("../gmr-spring-boot-autoconfigure/src/main/java");

	private static final Pattern CHECK = Pattern.compile("(?:new\\s+Check|\\.id)\\(\\s*\"([^\"]+)\"");

	private static final String INDEX = "README";

	private static final List<Class<?>> WARDS = List.of(LockWard.class, ThreadWard.class, WebWard.class,
			ClientWard.class, PoolWard.class, ExecutorWard.class, ScheduleWard.class, StateWard.class,
			CertificateWard.class, MachineWard.class, ProcessWard.class, SocketWard.class, MemoryWard.class,
			JvmWard.class, DeadThreadWard.class, StandstillWard.class, TrendWard.class, VirtualThreadWard.class,
			WorkWard.class);

	private CorpusReader() {
	}

	static Corpus read() throws IOException {
		Map<String, String> pages = pages();
		String index = pages.remove(INDEX);
		return new Corpus(checks(), pages, (index != null) ? index : "", properties(), conditions(),
				Arrays.stream(Sickness.values()).collect(Collectors.toMap(Sickness::id, Sickness::line)));
	}

	private static Map<String, List<String>> checks() throws IOException {
		Map<String, List<String>> checks = new TreeMap<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			files.filter((file) -> file.toString().endsWith(".java"))
				.sorted()
				.forEach((file) -> CHECK.matcher(text(file))
					.results()
					.forEach((match) -> checks.computeIfAbsent(match.group(1), (id) -> new ArrayList<>())
						.add(SOURCES.relativize(file).toString())));
		}
		return checks;
	}

	private static Map<String, String> pages() throws IOException {
		return Stream.of(resources("classpath*:META-INF/gmr/findings/*.md"))
			.collect(Collectors.toMap((page) -> String.valueOf(page.getFilename()).replace(".md", ""),
					CorpusReader::text, (first, second) -> first, TreeMap::new));
	}

	private static Set<String> properties() throws IOException {
		return Stream.of(resources("classpath*:META-INF/spring-configuration-metadata.json"))
			.map(CorpusReader::text)
			.map((json) -> JsonParserFactory.getJsonParser().parseMap(json))
			.flatMap((metadata) -> ((List<?>) metadata.getOrDefault("properties", List.of())).stream())
			.map((property) -> String.valueOf(((Map<?, ?>) property).get("name")))
			.collect(Collectors.toSet());
	}

	private static Set<String> conditions() {
		return WARDS.stream()
			.flatMap((ward) -> Arrays.stream(ward.getDeclaredMethods()))
			.filter((method) -> method.getReturnType() == Condition.class)
			.map((method) -> AnnotatedElementUtils.findMergedAnnotation(method, Bean.class))
			.filter((bean) -> bean != null)
			.flatMap((bean) -> Arrays.stream(bean.name()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Resource[] resources(String pattern) throws IOException {
		return new PathMatchingResourcePatternResolver().getResources(pattern);
	}

	private static String text(Resource resource) {
		try {
			return resource.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
