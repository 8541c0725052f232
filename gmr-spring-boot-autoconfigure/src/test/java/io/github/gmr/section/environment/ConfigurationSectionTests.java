package io.github.gmr.section.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;

import io.github.gmr.content.Fields;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Text;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
		add("defaults", Map.of("myapp.loginPage", "/default"));
		assertThat(settings()).containsExactly(
				new Setting("myapp", "myapp.login-page", "/env",
						new Setting.Provenance("systemEnvironment", "MYAPP_LOGIN_PAGE", 2), false),
				new Setting("environment variables", "PATH", "/bin",
						new Setting.Provenance("systemEnvironment", null, 0), false));
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
	void contentWhenValueHasPartsShowsEach() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("list", List.of("x", Map.of("password", "y")));
		map.put("array", new int[] { 1, 2 });
		map.put("chars", "abc".toCharArray());
		add("file", map);
		assertThat(settings()).extracting(Setting::name)
			.containsExactlyInAnyOrder("list[0]", "list[1].password", "array[0]", "array[1]", "chars");
		assertThat(setting("chars").value()).isEqualTo("abc");
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
				throw new AssertionError("must not be asked");
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
			public Object getProperty(String name) {
				return "x";
			}

		};
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
		return (Fields) new ConfigurationSection(this.environment, new Workers(ForkJoinPool.commonPool())).content();
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
			while (this.release.getCount() > 0) {
				Thread.onSpinWait();
			}
			return null;
		}

	}

}
