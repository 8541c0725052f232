package io.github.gmr.section.environment;

import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Lists all names and values that an environment knows: of every source, also those that
 * do not win, and the value that the application gets where that is another one.
 * Thread-safe.
 */
public final class EnvironmentProperties {

	private final ConfigurableEnvironment environment;

	private final SourceReader reader;

	/**
	 * Create the properties of an environment.
	 * @param environment the environment
	 * @param workers read the property sources
	 */
	public EnvironmentProperties(ConfigurableEnvironment environment, Workers workers) {
		this.environment = environment;
		this.reader = new SourceReader(workers);
	}

	/**
	 * Visit all names and values. Reads every property source that can be listed, and
	 * asks the environment where its value may be another one.
	 * @param scope has what was read before
	 * @param visitor is given each name and value
	 */
	public void visit(ReportScope scope, Visitor visitor) {
		EnvironmentReading reading = EnvironmentReading.of(this.environment, this.reader, scope);
		for (SourceReading source : reading.sources()) {
			source.values().forEach((name, value) -> visitor.visit(source.name(), name, value, false));
		}
		for (EffectiveProperty property : reading.undecided().all()) {
			SourceValue winner = property.winner();
			visitor.visit((winner != null) ? winner.source().name() : null, property.name(), property.text(),
					!property.isOpen());
		}
	}

	/**
	 * Takes names and values.
	 */
	@FunctionalInterface
	public interface Visitor {

		/**
		 * Take a name and its value.
		 * @param source the name of the property source, or {@code null} if nobody knows
		 * @param name the name of the property
		 * @param value its value
		 * @param resolved whether that is the value for the application: what looks like
		 * a placeholder in it is none
		 */
		void visit(@Nullable String source, String name, String value, boolean resolved);

	}

}
