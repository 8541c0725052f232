package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.gmr.content.Content;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Shows how the application is configured: the profiles, the property sources in their
 * order of precedence, and every property with its effective value, the source that wins
 * and the place in it. <pre class="code">
 * active profiles = prod
 * default profiles = default
 * property sources =
 *   commandLineArgs (1 property)
 *   systemEnvironment (31 properties)
 *   Config resource 'class path resource [application.yml]' (12 properties)
 *
 * server:
 *   port = 8080
 * </pre> The values are not masked: that is done for the report as a whole.
 */
public final class ConfigurationSection implements BuiltInSection {

	private static final Comparator<EffectiveProperty> BY_NAME = Comparator.comparing(EffectiveProperty::name,
			NameOrder.INSTANCE);

	private static final int MAX_SETTINGS = 10_000;

	private final ConfigurableEnvironment environment;

	private final SourceReader reader;

	/**
	 * Create a section about an environment.
	 * @param environment the environment
	 * @param workers read the property sources
	 */
	public ConfigurationSection(ConfigurableEnvironment environment, Workers workers) {
		this(environment, new SourceReader(workers));
	}

	ConfigurationSection(ConfigurableEnvironment environment, SourceReader reader) {
		this.environment = environment;
		this.reader = reader;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(500);
	}

	@Override
	public Content content() {
		EnvironmentReading reading = EnvironmentReading.of(this.environment, this.reader);
		return Content.fields((fields) -> {
			fields.add("active profiles", names(this.environment.getActiveProfiles()));
			fields.add("default profiles", names(this.environment.getDefaultProfiles()));
			fields.add("property sources", Content.items(reading.sources().stream().map(this::line).toList()));
			fields.add("settings", settings(reading));
		});
	}

	private static @Nullable String names(String[] profiles) {
		return (profiles.length != 0) ? String.join(", ", profiles) : null;
	}

	private String line(SourceReading source) {
		return source.name() + " (" + source.state() + ")";
	}

	private Settings settings(EnvironmentReading reading) {
		Map<String, List<EffectiveProperty>> groups = new TreeMap<>(
				Comparator.comparing(this::rank).thenComparing(Comparator.naturalOrder()));
		for (EffectiveProperty property : reading.properties().all()) {
			groups.computeIfAbsent(property.group(), (group) -> new ArrayList<>()).add(property);
		}
		List<Setting> settings = new ArrayList<>();
		groups.forEach((group, properties) -> addGroup(group, properties, reading, settings));
		return new Settings(settings);
	}

	private int rank(String group) {
		return switch (group) {
			case EffectiveProperties.SYSTEM_PROPERTIES -> 1;
			case EffectiveProperties.ENVIRONMENT_VARIABLES -> 2;
			default -> 0;
		};
	}

	private void addGroup(String group, List<EffectiveProperty> properties, EnvironmentReading reading,
			List<Setting> settings) {
		properties.sort(BY_NAME);
		properties.stream().limit(MAX_SETTINGS).map((property) -> setting(property, reading)).forEach(settings::add);
		if (properties.size() > MAX_SETTINGS) {
			settings.add(new Setting(group, "...", (properties.size() - MAX_SETTINGS) + " more", null, false));
		}
	}

	private Setting setting(EffectiveProperty property, EnvironmentReading reading) {
		SourceReading winner = property.winner();
		String origin = winner.origin(property.nameInWinner());
		if (origin == null && !property.name().equals(property.nameInWinner())) {
			origin = property.nameInWinner();
		}
		return Setting.of(property.group(), property.name(), reading.placeholders().resolve(property.value()),
				new Setting.Provenance(winner.name(), origin, property.shadowed()));
	}

}
