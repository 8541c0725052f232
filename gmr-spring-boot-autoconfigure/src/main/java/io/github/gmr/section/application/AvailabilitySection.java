package io.github.gmr.section.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Value;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;

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
 * What it has not said yet is {@code unknown} and no finding: it is still starting.
 */
public final class AvailabilitySection implements BuiltInSection {

	private static final String TITLE = "Availability";

	private final ApplicationAvailability availability;

	private final Clock clock;

	/**
	 * Create the section.
	 * @param availability knows what was said last
	 */
	public AvailabilitySection(ApplicationAvailability availability) {
		this(availability, Clock.systemUTC());
	}

	AvailabilitySection(ApplicationAvailability availability, Clock clock) {
		this.availability = availability;
		this.clock = clock;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1400);
	}

	@Override
	public String title() {
		return TITLE;
	}

	@Override
	public Content content() {
		return Content.fields((fields) -> {
			add(fields, LivenessState.class, LivenessState.BROKEN,
					Content.critical("The application says that it is broken"));
			add(fields, ReadinessState.class, ReadinessState.REFUSING_TRAFFIC,
					Content.warning("The application refuses traffic"));
		});
	}

	private <S extends AvailabilityState> void add(FieldsBuilder fields, Class<S> type, S bad, Finding finding) {
		String name = type.getSimpleName().replace("State", "").toLowerCase(Locale.ROOT);
		AvailabilityChangeEvent<S> event = this.availability.getLastChangeEvent(type);
		if (event == null) {
			fields.add(name, "unknown");
			return;
		}
		Instant since = Instant.ofEpochMilli(event.getTimestamp());
		fields.add(name, event.getState()).add(name + " since", since);
		if (event.getState() == bad) {
			String how = " since %s, for %s".formatted(since,
					new Value(Duration.between(since, this.clock.instant())).asText());
			fields.add(new Finding(finding.severity(), finding.summary() + how, TITLE));
		}
	}

}
