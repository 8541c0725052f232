package io.github.gmr.section.environment;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gmr.content.Fields;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Setting.Remark.Kind;
import io.github.gmr.content.Settings;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests that the section shows the values that {@link ConfigurableEnvironment} has.
 */
class EffectiveValuesTests {

	private static final OddProperties PROPERTIES = new OddProperties();

	private static final ConfigurableEnvironment ENVIRONMENT = PROPERTIES.environment();

	private static final List<Setting> SETTINGS = settings(ENVIRONMENT);

	private static final Map<String, Setting> BY_NAME = new HashMap<>();

	private static final Map<String, Setting> BY_UNIFORM_NAME = new HashMap<>();

	static {
		SETTINGS.forEach((setting) -> BY_NAME.put(setting.name(), setting));
		SETTINGS.forEach((setting) -> BY_UNIFORM_NAME.putIfAbsent(plain(setting.name()), setting));
	}

	static Stream<String> keys() {
		return PROPERTIES.keys().stream().filter((key) -> !key.equals("type.list") && !key.equals("type.map"));
	}

	static List<Setting> all() {
		return SETTINGS;
	}

	@ParameterizedTest
	@MethodSource
	void keys(String key) {
		Setting setting = BY_NAME.getOrDefault(key, BY_UNIFORM_NAME.get(plain(key)));
		assertThat(setting).isNotNull();
		if (setting.remark() == null) {
			assertThat(setting.value()).isEqualTo(ENVIRONMENT.getProperty(setting.name()));
			assertThat(setting.value()).isEqualTo(ENVIRONMENT.getProperty(key));
		}
	}

	@ParameterizedTest
	@MethodSource
	void all(Setting setting) {
		Remark remark = setting.remark();
		if (remark == null || remark.kind() == Kind.UNLISTED) {
			assertThat(setting.value()).isEqualTo(ENVIRONMENT.getProperty(setting.name()));
			assertThat(setting.provenance() == null).isEqualTo(remark != null);
		}
		else if (remark.kind() == Kind.UNKNOWN) {
			assertThat(ENVIRONMENT.getProperty(setting.name())).isNull();
		}
		else if (remark.kind() == Kind.RANDOM) {
			assertThat(setting.value()).contains("${random.");
		}
		else if (!setting.name().equals("type.class")) {
			assertThat(remark.kind()).as(setting.toString()).isEqualTo(Kind.UNRESOLVED);
			assertThatThrownBy(() -> ENVIRONMENT.getProperty(setting.name()))
				.isInstanceOf(IllegalArgumentException.class);
		}
	}

	@Test
	void settingsWhenAllSourcesListTheirNamesAreThoseOfTheEnvironment() {
		ConfigurableEnvironment listed = PROPERTIES.environment();
		listed.getPropertySources().remove("jndi");
		List<Setting> settings = settings(listed).stream().filter((setting) -> setting.remark() == null).toList();
		assertThat(settings).hasSizeGreaterThan(250)
			.allSatisfy((setting) -> assertThat(setting.value()).isEqualTo(listed.getProperty(setting.name())));
	}

	@Test
	void settingsWhenEnvironmentIsNoneOfSpringAreThoseItHas() {
		ConfigurableEnvironment upper = new StandardEnvironment() {

			@Override
			public @Nullable String getProperty(String key) {
				String value = super.getProperty(key);
				return (value != null) ? value.toUpperCase(Locale.ROOT) : null;
			}

		};
		upper.getPropertySources().addFirst(new MapPropertySource("test", Map.of("acme.greeting", "hello")));
		assertThat(settings(upper)).anySatisfy((setting) -> {
			assertThat(setting.name()).isEqualTo("acme.greeting");
			assertThat(setting.value()).isEqualTo("HELLO");
		});
	}

	@Test
	void settingsWhenPlaceholdersLookOtherwiseAreThoseOfTheEnvironment() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.setPlaceholderPrefix("@{");
		environment.getPropertySources()
			.addFirst(
					new MapPropertySource("test", Map.of("acme.name", "world", "acme.greeting", "hello @{acme.name}")));
		assertThat(settings(environment)).anySatisfy((setting) -> {
			assertThat(setting.name()).isEqualTo("acme.greeting");
			assertThat(setting.value()).isEqualTo("hello world");
		});
	}

	@Test
	void thereAreHundredsOfWhichFewHaveARemark() {
		assertThat(SETTINGS).hasSizeGreaterThan(300);
		assertThat(names(Kind.UNLISTED)).allMatch((name) -> name.startsWith("hid")).hasSize(20);
		assertThat(names(Kind.FAILED)).containsExactly("type.class");
		assertThat(names(Kind.UNKNOWN)).containsExactlyInAnyOrder("type.list[0]", "type.list[1]", "type.map.key");
	}

	private static List<String> names(Kind kind) {
		return SETTINGS.stream()
			.filter((setting) -> setting.remark() != null && setting.remark().kind() == kind)
			.map(Setting::name)
			.toList();
	}

	private static String plain(String name) {
		return RelaxedName.plain(RelaxedName.uniform(name));
	}

	private static List<Setting> settings(ConfigurableEnvironment environment) {
		ConfigurationSection section = new ConfigurationSection(environment, new Workers(Runnable::run));
		Fields content = (Fields) section.content(new ReportScope());
		assertThat(content.values()).doesNotContainKey("resolved");
		return ((Settings) content.values().get("settings")).settings();
	}

}
