package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.bean.Reading;
import io.github.gmr.section.environment.EnvironmentReading.EffectiveProperties;
import io.github.gmr.section.environment.SourceReader.Origins;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
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
public final class ConfigurationSection implements ScopedSection {

	private static final Comparator<EffectiveProperty> BY_NAME = Comparator.comparing(EffectiveProperty::name,
			NameOrder.INSTANCE);

	private static final String TITLE = "Configuration";

	private static final int MAX_SETTINGS = 10_000;

	private final ConfigurableEnvironment environment;

	private final SourceReader reader;

	/**
	 * Create a section about an environment.
	 * @param environment the environment
	 * @param workers read the property sources
	 */
	public ConfigurationSection(ConfigurableEnvironment environment, Workers workers) {
		this.environment = environment;
		this.reader = new SourceReader(workers);
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(500);
	}

	@Override
	public Content content(ReportScope scope) {
		EnvironmentReading reading = EnvironmentReading.of(this.environment, this.reader, scope);
		EffectiveProperties properties = reading.properties();
		return Content.fields((fields) -> {
			addProfiles(fields);
			reading.answers().addFinding(fields, "property sources", TITLE);
			fields.add("property sources", Content.items(reading.sources().stream().map(this::line).toList()));
			if (properties.obstacle() != null) {
				fields.add("resolved", "from what these sources list: " + properties.obstacle());
			}
			fields.add("settings", settings(properties.all()));
		});
	}

	/**
	 * Add the profiles, which are properties, too, unless Spring Boot has set them.
	 */
	private void addProfiles(FieldsBuilder fields) {
		Workers workers = this.reader.workers();
		Reading<String[][]> reading = new Reading<>("profiles",
				workers.attempt(this.environment, this::profiles, workers.time().dividedBy(2)));
		String[][] profiles = reading.answer();
		fields.add("active profiles", (profiles != null) ? names(profiles[0]) : reading.silence());
		fields.add("default profiles", (profiles != null) ? names(profiles[1]) : reading.silence());
	}

	private String[][] profiles() {
		return new String[][] { this.environment.getActiveProfiles(), this.environment.getDefaultProfiles() };
	}

	private static @Nullable String names(String[] profiles) {
		return (profiles.length != 0) ? String.join(", ", profiles) : null;
	}

	private String line(SourceReading source) {
		return source.name() + " (" + source.state() + ")";
	}

	private Settings settings(List<EffectiveProperty> all) {
		Map<String, List<EffectiveProperty>> groups = new TreeMap<>(
				Comparator.comparing(this::rank).thenComparing(Comparator.naturalOrder()));
		for (EffectiveProperty property : all) {
			groups.computeIfAbsent(property.group(), (group) -> new ArrayList<>()).add(property);
		}
		groups.values().forEach((properties) -> properties.sort(BY_NAME));
		Function<EffectiveProperty, Setting> setting = setting(groups.values());
		List<Setting> settings = new ArrayList<>();
		groups.values().forEach((properties) -> shown(properties).map(setting).forEach(settings::add));
		long found = groups.values().stream().mapToLong(List::size).sum();
		return new Settings(settings, null, found - settings.size());
	}

	private int rank(String group) {
		return switch (group) {
			case ListedProperties.SYSTEM_PROPERTIES -> 1;
			case ListedProperties.ENVIRONMENT_VARIABLES -> 2;
			default -> 0;
		};
	}

	private static Stream<EffectiveProperty> shown(List<EffectiveProperty> properties) {
		return properties.stream().limit(MAX_SETTINGS);
	}

	private Function<EffectiveProperty, Setting> setting(Collection<List<EffectiveProperty>> groups) {
		Origins origins = this.reader.origins(groups.stream()
			.flatMap(ConfigurationSection::shown)
			.map(EffectiveProperty::winner)
			.filter(Objects::nonNull)
			.toList());
		return (property) -> new Setting(property.group(), property.name(), property.text(),
				provenance(property, origins), false, property.pieces(), property.remark());
	}

	private static @Nullable Provenance provenance(EffectiveProperty property, Origins origins) {
		SourceValue winner = property.winner();
		if (winner == null) {
			return null;
		}
		String origin = origins.of(winner);
		if (origin == null && !property.name().equals(winner.nameInSource())) {
			origin = winner.nameInSource();
		}
		return new Provenance(winner.source().name(), origin, property.shadowed());
	}

}
