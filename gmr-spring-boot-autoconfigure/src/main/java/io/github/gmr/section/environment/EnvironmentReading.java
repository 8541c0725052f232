package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.gmr.section.bean.Readings;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Outcome.Done;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Holds all that the sources of an environment said when they were asked once, and asks
 * the environment which value wins.
 */
final class EnvironmentReading {

	/**
	 * How many names Spring Boot may compare: some 20 ms.
	 */
	private static final long MAX_COMPARISONS = 5_000_000;

	private final ConfigurableEnvironment environment;

	private final Workers workers;

	private final Readings<SourceReading> answers;

	private final List<SourceReading> sources;

	private final List<ListedProperty> decided = new ArrayList<>();

	private final EffectiveProperties undecided;

	private EnvironmentReading(ConfigurableEnvironment environment, Workers workers, List<PropertySource<?>> sources,
			Readings<SourceReading> answers) {
		this.environment = environment;
		this.workers = workers;
		this.answers = answers;
		this.sources = IntStream.range(0, sources.size())
			.mapToObj((i) -> SourceReading.of(sources.get(i), answers.all().get(i)))
			.toList();
		boolean unlisted = this.sources.stream().anyMatch(SourceReading::isUnlisted);
		List<ListedProperty> undecided = new ArrayList<>();
		for (ListedProperty property : new ListedProperties(this.sources).all()) {
			((unlisted || property.hasPlaceholders()) ? undecided : this.decided).add(property);
		}
		this.undecided = ask(undecided);
	}

	/**
	 * Return the one reading of a report. One that is not whole is not shared: who comes
	 * later may get more answers.
	 * @param environment the environment
	 * @param reader reads its sources
	 * @param scope has what was read before
	 * @return the reading
	 */
	static EnvironmentReading of(ConfigurableEnvironment environment, SourceReader reader, ReportScope scope) {
		EnvironmentReading known = scope.noted(environment, EnvironmentReading.class);
		if (known != null) {
			return known;
		}
		List<PropertySource<?>> sources = SourceOrder.of(environment);
		EnvironmentReading reading = new EnvironmentReading(environment, reader.workers(), sources,
				reader.read(sources));
		if (reading.isWhole()) {
			scope.note(environment, reading);
		}
		return reading;
	}

	private boolean isWhole() {
		return this.undecided.obstacle() == null && this.sources.stream().noneMatch(SourceReading::isSilent);
	}

	/**
	 * Return what the sources have answered, or why they have not.
	 * @return the answers
	 */
	Readings<SourceReading> answers() {
		return this.answers;
	}

	List<SourceReading> sources() {
		return this.sources;
	}

	/**
	 * Return the properties whose value may be another one than those listed: what has
	 * placeholders, and all if a source has more than it lists.
	 * @return the properties, in no particular order
	 */
	EffectiveProperties undecided() {
		return this.undecided;
	}

	/**
	 * Return all properties. Asks the environment for those it was not asked for yet.
	 * @return the properties, in no particular order
	 */
	EffectiveProperties properties() {
		return this.undecided.and(ask(this.decided));
	}

	/**
	 * Ask the environment for properties. If that is not possible, copies of its sources
	 * are asked.
	 */
	private EffectiveProperties ask(List<ListedProperty> listed) {
		if (listed.isEmpty()) {
			return new EffectiveProperties(List.of(), null);
		}
		String obstacle = silence();
		if (obstacle == null) {
			Outcome<Optional<List<EffectiveProperty>>> outcome = this.workers.attempt(this.environment,
					() -> askEnvironment(listed), this.workers.time().dividedBy(2));
			if (!(outcome instanceof Done<Optional<List<EffectiveProperty>>> done)) {
				obstacle = outcome.reason() + " from the Environment";
			}
			else if (done.value().isPresent()) {
				return new EffectiveProperties(done.value().get(), null);
			}
			else {
				obstacle = "sources that may change are too large to be asked";
			}
		}
		List<EffectiveProperty> answers = new ArrayList<>(listed.size());
		PropertyInquiry.ofCopies(this.environment, this.sources).ask(listed, answers);
		return new EffectiveProperties(answers, obstacle);
	}

	/**
	 * Ask the environment for properties, unless it would have to compare too many names.
	 */
	private Optional<List<EffectiveProperty>> askEnvironment(List<ListedProperty> listed) {
		PropertyInquiry inquiry = PropertyInquiry.of(this.environment, this.sources);
		List<EffectiveProperty> answers = new ArrayList<>(listed.size());
		List<ListedProperty> questions = inquiry.spare(listed, answers);
		if (comparisons(questions.size()) > MAX_COMPARISONS) {
			return Optional.empty();
		}
		inquiry.ask(questions, answers);
		return Optional.of(answers);
	}

	private @Nullable String silence() {
		for (SourceReading source : this.sources) {
			if (source.isSilent()) {
				return "no answer from " + source.name();
			}
		}
		return null;
	}

	private long comparisons(int names) {
		return this.sources.stream()
			.filter(SourceReading::isMutable)
			.mapToLong((source) -> (long) source.values().size() * names)
			.sum();
	}

	/**
	 * Properties with the values they have for the application.
	 *
	 * @param all the properties
	 * @param obstacle why the environment was not asked but copies of its sources, or
	 * {@code null}
	 */
	record EffectiveProperties(List<EffectiveProperty> all, @Nullable String obstacle) {

		private EffectiveProperties and(EffectiveProperties others) {
			return new EffectiveProperties(Stream.concat(this.all.stream(), others.all.stream()).toList(),
					(this.obstacle != null) ? this.obstacle : others.obstacle);
		}

	}

}
