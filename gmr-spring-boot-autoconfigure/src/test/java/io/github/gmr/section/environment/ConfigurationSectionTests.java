package io.github.gmr.section.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

import io.github.gmr.content.Fields;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Setting.Remark.Kind;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Text;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.CompositePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ConfigurationSection}.
 */
class ConfigurationSectionTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	/**
	 * Have no time limit, unless a test needs one.
	 */
	private Workers workers = new Workers(Runnable::run);

	ConfigurationSectionTests() {
		this.environment.getPropertySources()
			.forEach((source) -> this.environment.getPropertySources().remove(source.getName()));
	}

	@Test
	void contentWhenSourceKnowsLinesTellsOrigin() throws Exception {
		ByteArrayResource yaml = new ByteArrayResource("server:\n  port: 8080\n".getBytes(), "application.yml");
		new YamlPropertySourceLoader().load("app", yaml).forEach(this.environment.getPropertySources()::addLast);
		Setting setting = setting("server.port");
		assertThat(setting.value()).isEqualTo("8080");
		assertThat(setting.group()).isEqualTo("server");
		assertThat(setting.provenance()).isNotNull();
		assertThat(setting.provenance().source()).isEqualTo("app");
		assertThat(setting.provenance().origin()).contains("application.yml").endsWith("2:9");
	}

	@Test
	void contentWhenSourceHangsWhereItIsAskedForOriginsHasItsSettingsAllTheSame() {
		this.workers = Named.workers();
		CountDownLatch release = new CountDownLatch(1);
		this.environment.getPropertySources().addLast(new HangingOrigins(release));
		add("file", Map.of("app.x", "1"));
		try {
			assertThat(settings()).extracting(Setting::name, Setting::value)
				.containsExactly(tuple("app.x", "1"), tuple("app.y", "2"));
		}
		finally {
			release.countDown();
		}
	}

	@Test
	void contentWhenSpellingsDifferShowsPropertyOnceWithWinner() {
		variables(Map.of("MYAPP_LOGIN_PAGE", "/env", "PATH", "/bin"));
		add("file", Map.of("myapp.login-page", "/file"));
		add("defaults", Map.of("myapp.login_page", "/default"));
		ConfigurationPropertySources.attach(this.environment);
		assertThat(settings()).containsExactly(
				new Setting("myapp", "myapp.login-page", "/env",
						new Setting.Provenance("systemEnvironment", "MYAPP_LOGIN_PAGE", 2), false),
				new Setting("environment variables", "PATH", "/bin",
						new Setting.Provenance("systemEnvironment", null, 0), false));
	}

	@Test
	void contentWhenSpellingsHaveDifferentValuesShowsBoth() {
		add("first", Map.of("foo-bar", "1"));
		add("second", Map.of("fooBar", "2", "foo_bar", "1"));
		ConfigurationPropertySources.attach(this.environment);
		assertThat(settings()).containsExactly(
				new Setting("default", "foo-bar", "1", new Setting.Provenance("first", null, 2), false),
				new Setting("default", "fooBar", "2", new Setting.Provenance("second", null, 0), false));
	}

	@Test
	void contentWhenNamesHaveIndexesOrdersThemByNumber() {
		add("file", Map.of("app.hosts[10]", "k", "app.hosts[9].name", "j", "app.hosts[2]", "c", "app.hosts", "x",
				"app.hosts[9].id", "i"));
		assertThat(settings()).extracting(Setting::name)
			.containsExactly("app.hosts", "app.hosts[2]", "app.hosts[9].id", "app.hosts[9].name", "app.hosts[10]");
	}

	@Test
	void contentWhenVariableHasRootOfSpringShowsProperty() {
		variables(Map.of("SPRING_DATASOURCE_URL", "jdbc:x"));
		assertThat(setting("spring.datasource.url").value()).isEqualTo("jdbc:x");
	}

	@Test
	void contentWhenSystemPropertyIsNobodyElsesShowsItInItsOwnGroup() {
		add("systemProperties", Map.of("java.version", "17", "app.x", "1"));
		add("file", Map.of("app.x", "2"));
		assertThat(settings()).extracting(Setting::group).containsExactly("app", "system properties");
	}

	@Test
	void contentWhenPlaceholderIsResolvedRemembersItsKey() {
		add("file", Map.of("a", "x${b}z", "b", "${c:y}", "port", "${PORT:8080}"));
		assertThat(setting("a").value()).isEqualTo("xyz");
		assertThat(setting("a").pieces()).containsExactly(new Setting.Piece("x", List.of()),
				new Setting.Piece("y", List.of("b", "c")), new Setting.Piece("z", List.of()));
		assertThat(setting("port").value()).isEqualTo("8080");
	}

	@Test
	void contentWhenPlaceholderIsCyclicOrUnknownShowsItRaw() {
		add("file", Map.of("a", "${b}", "b", "${a}", "c", "x${nobody}y", "d", "${open", "e", "${e:z}"));
		assertThat(setting("a").value()).isEqualTo("${b}");
		assertThat(setting("c").value()).isEqualTo("x${nobody}y");
		assertThat(setting("d").value()).isEqualTo("${open");
		assertThat(setting("e").value()).isEqualTo("${e:z}");
	}

	@Test
	void contentWhenPlaceholderCannotBeResolvedSaysWhy() {
		add("file", Map.of("a", "${b}", "b", "${a}", "c", "x${nobody}y", "d", "${c}", "e", "${f.${g}}", "g", "secret"));
		assertThat(remark("a")).isEqualTo("cannot be resolved: placeholders that lead back to themselves");
		assertThat(remark("c")).isEqualTo("cannot be resolved: 'nobody' has no value");
		assertThat(remark("d")).isEqualTo("cannot be resolved: 'nobody' has no value");
		assertThat(remark("e")).isEqualTo("cannot be resolved");
		assertThat(setting("g").remark()).isNull();
	}

	@Test
	void contentWhenSourceWithoutListWinsShowsItsValueAndSaysSo() {
		this.environment.getPropertySources()
			.addLast(unlisted("jndi", (name) -> name.equals("a") ? "${b} wins" : null));
		add("file", Map.of("a", "1", "b", "2"));
		assertThat(setting("a")).isEqualTo(new Setting("default", "a", "2 wins", null, false,
				List.of(new Setting.Piece("2", List.of("b")), new Setting.Piece(" wins", List.of())),
				new Remark(Kind.UNLISTED, null)));
		assertThat(setting("b").remark()).isNull();
		assertThat(content().values()).doesNotContainKey("resolved");
	}

	@Test
	void contentWhenSourceWithoutListHangsShowsWhatTheOthersSay() {
		this.workers = Named.workers();
		CountDownLatch release = new CountDownLatch(1);
		this.environment.getPropertySources().addLast(unlisted("vault", (name) -> await(release)));
		add("file", Map.of("a", "${b}", "b", "\\${c}"));
		try {
			assertThat(settings()).extracting(Setting::name, Setting::value)
				.containsExactly(tuple("a", "${c}"), tuple("b", "${c}"));
			assertThat(content().values().get("resolved")).asString()
				.contains("from what these sources list: no answer", "from the Environment");
		}
		finally {
			release.countDown();
		}
	}

	@Test
	void contentWhenSourcesThatMayChangeAreLargeDoesNotAskThemOneByOne() {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (int i = 0; i < 5000; i++) {
			properties.put("app.list[" + i + "].some-name", "${app.list[0].some-name:" + i + "}");
		}
		properties.put("app.list[0].some-name", "first");
		add("file", properties);
		ConfigurationPropertySources.attach(this.environment);
		assertThat(settings()).hasSize(5000);
		assertThat(setting("app.list[4711].some-name").value()).isEqualTo("first");
		assertThat(content().values().get("resolved"))
			.isEqualTo(new Text("from what these sources list: sources that may change are too large to be asked"));
	}

	@Test
	void contentWhenSourcesThatMayChangeAreLargeAsksForTheFewThatAreNotPlain() {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (int i = 0; i < 5000; i++) {
			properties.put("app.name-" + i, "value");
		}
		properties.put("app.reference", "${app.name-1}");
		add("file", properties);
		ConfigurationPropertySources.attach(this.environment);
		assertThat(settings()).hasSize(5001);
		assertThat(setting("app.reference").value()).isEqualTo("value");
		assertThat(content().values()).doesNotContainKey("resolved");
	}

	@Test
	void contentWhenValueHasPartsShowsEach() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("list", List.of("x", Map.of("password", "y")));
		map.put("array", new int[] { 1, 2 });
		map.put("chars", "abc".toCharArray());
		add("file", map);
		assertThat(settings()).extracting(Setting::name)
			.containsExactlyInAnyOrder("list[0]", "list[1].password", "array[0]", "array[1]", "chars");
		assertThat(setting("chars").value()).isEqualTo(this.environment.getProperty("chars"));
		assertThat(setting("list[0]").remark()).isEqualTo(new Remark(Kind.UNKNOWN, null));
	}

	@Test
	void contentWhenSourcesFailMarksThemAndShowsTheOthers() {
		this.environment.getPropertySources().addLast(source("throws", () -> {
			throw new IllegalStateException("down");
		}));
		this.environment.getPropertySources().addLast(source("nothing", () -> null));
		this.environment.getPropertySources().addLast(new PropertySource<>("jndi", new Object()) {

			@Override
			public Object getProperty(String name) {
				throw new AssertionError("down");
			}

		});
		CompositePropertySource composite = new CompositePropertySource("all");
		composite.addPropertySource(new MapPropertySource("inner", Map.of("x", "1")));
		this.environment.getPropertySources().addLast(composite);
		assertThat(content().values().get("property sources"))
			.isEqualTo(new Items(List.of(new Text("throws (failed: java.lang.IllegalStateException)"),
					new Text("nothing (failed: it has null for names)"), new Text("jndi (cannot be listed)"),
					new Text("inner (1 property)"))));
		assertThat(setting("x").value()).isEqualTo("1");
		assertThat(setting("x").remark()).isEqualTo(new Remark(Kind.FAILED, "java.lang.AssertionError"));
	}

	@Test
	void contentWhenOnePropertyFailsMarksThatAlone() {
		this.environment.getPropertySources()
			.addLast(new MapPropertySource("file", Map.of("good", "1", "bad", new Object() {

				@Override
				public String toString() {
					throw new IllegalStateException("no text");
				}

			})));
		assertThat(setting("good").value()).isEqualTo("1");
		assertThat(setting("bad").value()).isEqualTo("<error: java.lang.IllegalStateException>");
	}

	@Test
	void contentWhenValueIsHugeCutsItAndTellsItsLength() {
		add("file", Map.of("huge", "x".repeat(50_000_000)));
		assertThat(setting("huge").value()).hasSizeLessThan(65_536)
			.endsWith("... " + (50_000_000 - 65_000) + " more characters");
	}

	@Test
	void contentWhenThereAreVeryManyPropertiesLimitsTheGroup() {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (int i = 0; i < 50_000; i++) {
			properties.put("app.p" + i, i);
		}
		add("file", properties);
		Settings settings = (Settings) content().values().get("settings");
		assertThat(settings.settings()).hasSize(10_000);
		assertThat(settings.omitted()).isEqualTo(40_000);
	}

	@Test
	void contentWhenPlaceholdersGrowWithoutEndStops() {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (int i = 0; i < 40; i++) {
			properties.put("a" + i, "${a" + (i + 1) + "}${a" + (i + 1) + "}");
		}
		properties.put("a40", "x".repeat(100));
		properties.put("deep", "${".repeat(10_000) + "}".repeat(10_000));
		add("file", properties);
		assertThat(setting("a0").value()).isEqualTo("${a1}${a1}");
		assertThat(setting("deep").value()).startsWith("${${");
	}

	@Test
	void contentWhenNamesAreHostileKeepsThemApart() {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("", "empty");
		properties.put(".", "dot");
		properties.put("a\nserver.port = 1", "line");
		properties.put("[", "bracket");
		add("file", properties);
		assertThat(settings()).extracting(Setting::value).containsExactlyInAnyOrder("empty", "dot", "line", "bracket");
	}

	@Test
	void contentShowsProfiles() {
		this.environment.setActiveProfiles("prod", "k8s");
		assertThat(content().values().get("active profiles")).isEqualTo(new Text("prod, k8s"));
		assertThat(content().values().get("default profiles")).isEqualTo(new Text("default"));
	}

	private static EnumerablePropertySource<Object> source(String name, java.util.function.Supplier<String[]> names) {
		return new EnumerablePropertySource<>(name, new Object()) {

			@Override
			public String[] getPropertyNames() {
				return names.get();
			}

			@Override
			public @Nullable Object getProperty(String name) {
				return null;
			}

		};
	}

	private static PropertySource<?> unlisted(String name, UnaryOperator<String> values) {
		return new PropertySource<>(name, new Object()) {

			@Override
			public @Nullable Object getProperty(String key) {
				return values.apply(key);
			}

		};
	}

	private static @Nullable String await(CountDownLatch release) {
		while (release.getCount() > 0) {
			Thread.onSpinWait();
		}
		return null;
	}

	private @Nullable String remark(String name) {
		Remark remark = setting(name).remark();
		return (remark != null) ? remark.text() : null;
	}

	private void add(String name, Map<String, ?> properties) {
		this.environment.getPropertySources().addLast(new MapPropertySource(name, new LinkedHashMap<>(properties)));
	}

	private void variables(Map<String, Object> variables) {
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
	}

	private Setting setting(String name) {
		return settings().stream().filter((setting) -> setting.name().equals(name)).findFirst().orElseThrow();
	}

	private List<Setting> settings() {
		return ((Settings) content().values().get("settings")).settings();
	}

	private Fields content() {
		return (Fields) new ConfigurationSection(this.environment, this.workers).content(new ReportScope());
	}

	/**
	 * Does not say where its properties are.
	 */
	private static final class HangingOrigins extends MapPropertySource implements OriginLookup<String> {

		private final CountDownLatch release;

		private HangingOrigins(CountDownLatch release) {
			super("hanging", Map.of("app.y", "2"));
			this.release = release;
		}

		@Override
		public @Nullable Origin getOrigin(String name) {
			await(this.release);
			return null;
		}

	}

}
