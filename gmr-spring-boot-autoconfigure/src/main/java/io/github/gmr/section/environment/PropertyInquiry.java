package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.github.gmr.content.Setting.Piece;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Setting.Remark.Kind;
import io.github.gmr.content.text.Truncation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.function.SingletonSupplier;

/**
 * Asks an environment for properties by their names, as the application does, and finds
 * out which source each answer is from. Used by one thread.
 */
final class PropertyInquiry {

	private final ConfigurableEnvironment environment;

	private final PlaceholderTracer tracer;

	private final WinningSource sources;

	private final @Nullable Supplier<PropertyInquiry> otherwise;

	private PropertyInquiry(ConfigurableEnvironment environment, WinningSource sources,
			@Nullable Supplier<PropertyInquiry> otherwise) {
		this.environment = environment;
		this.tracer = new PlaceholderTracer(environment.getPropertySources());
		this.sources = sources;
		this.otherwise = otherwise;
	}

	/**
	 * Ask the environment of the application. Where it fails, ask copies of its sources.
	 * @param environment the environment, which may hang
	 * @param readings what its sources have said
	 * @return the inquiry
	 */
	static PropertyInquiry of(ConfigurableEnvironment environment, List<SourceReading> readings) {
		return new PropertyInquiry(environment, new WinningSource(readings),
				SingletonSupplier.of(() -> ofCopies(environment, readings)));
	}

	/**
	 * Ask copies of the sources of an environment, none of which can hang.
	 * @param environment the environment
	 * @param readings what its sources have said
	 * @return the inquiry
	 */
	static PropertyInquiry ofCopies(ConfigurableEnvironment environment, List<SourceReading> readings) {
		return new PropertyInquiry(SourceCopies.environment(environment, readings), new WinningSource(List.of()), null);
	}

	/**
	 * Ask for properties, until the thread is interrupted.
	 * @param properties the properties
	 * @return the answers, more than one for a property if the spelling of its name
	 * matters
	 */
	List<EffectiveProperty> ask(Collection<ListedProperty> properties) {
		List<EffectiveProperty> answers = new ArrayList<>(properties.size());
		for (ListedProperty property : properties) {
			if (Thread.currentThread().isInterrupted()) {
				break;
			}
			ask(property, answers);
		}
		return answers;
	}

	private void ask(ListedProperty property, List<EffectiveProperty> answers) {
		EffectiveProperty answer = ask(property.group(), property.name(), property.values());
		if (answer.isUnknown() && property.values().stream().allMatch(SourceValue::isVariable)) {
			property.values()
				.forEach((value) -> answers
					.add(ask(ListedProperties.ENVIRONMENT_VARIABLES, value.nameInSource(), List.of(value))));
			return;
		}
		answers.add(answer);
		for (String name : property.otherNames()) {
			EffectiveProperty other = ask(property.group(), name, property.valuesOf(name));
			if (!other.isUnknown() && !other.text().equals(answer.text())) {
				answers.add(other);
			}
		}
	}

	private EffectiveProperty ask(String group, String name, List<SourceValue> values) {
		return new Question(group, name, values).ask();
	}

	/**
	 * One question for one name.
	 */
	private final class Question {

		private final String group;

		private final String name;

		private final List<SourceValue> values;

		private @Nullable Trace trace;

		private Question(String group, String name, List<SourceValue> values) {
			this.group = group;
			this.name = name;
			this.values = values;
		}

		private EffectiveProperty ask() {
			try {
				Remark hopeless = lookAhead();
				if (hopeless != null) {
					return open(hopeless);
				}
				String text = PropertyInquiry.this.environment.getProperty(this.name);
				return (text != null) ? known(Truncation.keep(text, PropertyText.MAX_TEXT))
						: open(new Remark(Kind.UNKNOWN, null));
			}
			catch (PlaceholderResolutionException ex) {
				return open(new Remark(Kind.UNRESOLVED, missing(ex.getPlaceholder())));
			}
			catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
				return failed(new Remark(Kind.FAILED, ex.getClass().getName()));
			}
		}

		/**
		 * Follow placeholders before the environment does, which knows no limits.
		 * @return why it must not be asked, or {@code null}
		 */
		private @Nullable Remark lookAhead() {
			if (this.values.stream().noneMatch(SourceValue::hasPlaceholders)) {
				return null;
			}
			String raw = PropertyInquiry.this.tracer.raw(this.name);
			this.trace = PropertyInquiry.this.tracer.trace((raw != null) ? raw : this.values.get(0).text());
			if (this.trace.failure() != null) {
				return new Remark(Kind.UNRESOLVED, this.trace.failure());
			}
			return this.trace.isRandom() ? new Remark(Kind.RANDOM, null) : null;
		}

		private EffectiveProperty known(String text) {
			SourceValue winner = winner(text);
			if (winner == null) {
				this.trace = PropertyInquiry.this.tracer.trace(rawOr(text));
			}
			List<Piece> pieces = (this.trace != null) ? this.trace.pieces(text)
					: List.of(new Piece(text, List.of()));
			return answer(pieces, winner, (winner != null) ? null : new Remark(Kind.UNLISTED, null));
		}

		private @Nullable SourceValue winner(String text) {
			String raw = (this.trace != null) ? Truncation.keep(rawOr(text), PropertyText.MAX_TEXT) : text;
			for (SourceValue value : this.values) {
				if (value.text().equals(raw)) {
					return value;
				}
			}
			return PropertyInquiry.this.sources.find(this.group, this.name, rawOr(text), this.values);
		}

		private String rawOr(String text) {
			String raw = PropertyInquiry.this.tracer.raw(this.name);
			return (raw != null) ? raw : text;
		}

		/**
		 * Answer with what is known of a value that cannot be resolved to the end.
		 */
		private EffectiveProperty open(Remark remark) {
			SourceValue first = this.values.get(0);
			Trace trace = (this.trace != null) ? this.trace : PropertyInquiry.this.tracer.trace(first.text());
			return answer(trace.pieces(trace.text()), first, remark);
		}

		private EffectiveProperty failed(Remark remark) {
			PropertyInquiry copies = (PropertyInquiry.this.otherwise != null) ? PropertyInquiry.this.otherwise.get()
					: null;
			return ((copies != null) ? copies.ask(this.group, this.name, this.values) : open(remark))
				.withRemark(remark);
		}

		private EffectiveProperty answer(List<Piece> pieces, @Nullable SourceValue winner, @Nullable Remark remark) {
			int shadowed = (winner != null) ? this.values.size() - 1 - Math.max(this.values.indexOf(winner), 0) : 0;
			return new EffectiveProperty(this.group, this.name, pieces, winner, shadowed, remark);
		}

		/**
		 * Say which key has no value, unless the key itself was put together from values.
		 */
		private @Nullable String missing(String key) {
			boolean written = this.values.stream().anyMatch((value) -> value.text().contains("${" + key))
					|| (this.trace != null && this.trace.keys()
						.stream()
						.map(PropertyInquiry.this.tracer::raw)
						.anyMatch((raw) -> raw != null && raw.contains("${" + key)));
			return written ? "'" + key + "' has no value" : null;
		}

	}

}
