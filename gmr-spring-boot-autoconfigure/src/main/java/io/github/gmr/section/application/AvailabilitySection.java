package io.github.gmr.section.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Value;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.bean.Readings;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;

/**
 * Shows whether the application says of itself that it is alive and ready for requests.
 *
 * <pre>
 * liveness = CORRECT
 * liveness since = 2026-11-23T03:00:00Z
 * readiness = REFUSING_TRAFFIC
 * readiness since = 2026-11-23T04:10:00Z
 * finding = WARNING: The application refuses traffic since 2026-11-23T04:10:00Z, for 31 s
 * </pre>
 *
 * What it has not said yet is {@code unknown} and no finding. While it is still starting,
 * or is closing, it is said since when, and where that stands.
 */
public final class AvailabilitySection implements BuiltInSection {

	private static final String TITLE = "Availability";

	private final List<Aspect> aspects = List.of(
			new Aspect("liveness", new Check("liveness-broken"), LivenessState.class, LivenessState.BROKEN,
					Content.critical("The application says that it is broken")),
			new Aspect("readiness", new Check("readiness-refused"), ReadinessState.class,
					ReadinessState.REFUSING_TRAFFIC, Content.warning("The application refuses traffic")));

	private final ApplicationAvailability availability;

	private final List<Transition> transitions;

	private final Workers workers;

	private final Clock clock;

	/**
	 * Create the section.
	 * @param availability knows what was said last
	 * @param transitions know whether the application starts or ends
	 * @param workers ask it
	 */
	public AvailabilitySection(ApplicationAvailability availability, List<Transition> transitions, Workers workers) {
		this(availability, transitions, workers, Clock.systemUTC());
	}

	AvailabilitySection(ApplicationAvailability availability, List<Transition> transitions, Workers workers,
			Clock clock) {
		this.availability = availability;
		this.transitions = List.copyOf(transitions);
		this.workers = workers;
		this.clock = clock;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1400)
			.withCollectedFirst()
			.withChecks(this.aspects.stream().map(Aspect::check).toArray(Check[]::new));
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public Content content() {
		Readings<Said> readings = Readings.of(this.workers, this.aspects, Aspect::name, Function.identity(),
				(aspect) -> Said.of(aspect, this.availability));
		return Content.fields((fields) -> {
			readings.answers().forEach((said) -> said.addTo(fields, this.clock.instant()));
			readings.addSilent(fields, "states", TITLE);
			this.transitions.forEach((transition) -> addTo(fields, transition));
		});
	}

	private static void addTo(FieldsBuilder fields, Transition transition) {
		Content content = transition.content();
		if (content != null) {
			fields.add(transition.name(), content);
		}
	}

	/**
	 * Something the application says about itself.
	 *
	 * @param name what it is called
	 * @param check the check of it
	 * @param type the type of what it says
	 * @param bad what is worth a finding
	 * @param finding the finding
	 */
	private record Aspect(String name, Check check, Class<? extends AvailabilityState> type, AvailabilityState bad,
			Finding finding) {

	}

	/**
	 * What the application has said last.
	 *
	 * @param aspect about what
	 * @param state what it said, {@code null} if it has not said anything yet
	 * @param word the same as text
	 * @param since when it said so
	 */
	private record Said(Aspect aspect, @Nullable AvailabilityState state, Content word, Instant since) {

		static Said of(Aspect aspect, ApplicationAvailability availability) {
			AvailabilityChangeEvent<?> event = availability.getLastChangeEvent(aspect.type());
			return (event != null)
					? new Said(aspect, event.getState(), Content.of(event.getState()),
							Instant.ofEpochMilli(event.getTimestamp()))
					: new Said(aspect, null, Content.text("unknown"), Instant.EPOCH);
		}

		void addTo(FieldsBuilder fields, Instant now) {
			fields.add(this.aspect.name(), this.word);
			if (this.state != null) {
				fields.add(this.aspect.name() + " since", this.since);
			}
			fields.add(this.aspect.check().of((this.state == this.aspect.bad()) ? finding(now) : null));
		}

		private Finding finding(Instant now) {
			Finding finding = this.aspect.finding();
			String how = " since %s, for %s".formatted(this.since,
					new Value(Duration.between(this.since, now)).asText());
			return finding.summary(finding.summary() + how).since(this.since).next(TITLE, this.aspect.name());
		}

	}

}
