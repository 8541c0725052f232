package io.github.gmr.section.application;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.section.bean.Named;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AvailabilitySection}.
 */
class AvailabilitySectionTests {

	private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();

	private @Nullable Content start;

	@Test
	void contentWhenNothingWasSaidYetIsUnknownAndNoFinding() {
		Fields fields = content(Clock.systemUTC());
		assertThat(fields.values()).containsExactly(Map.entry("liveness", new Text("unknown")),
				Map.entry("readiness", new Text("unknown")));
	}

	@Test
	void contentWhenAllIsWellHasNoFinding() {
		publish(LivenessState.CORRECT);
		publish(ReadinessState.ACCEPTING_TRAFFIC);
		Fields fields = content(Clock.systemUTC());
		assertThat(fields.values()).containsEntry("liveness", new Value("CORRECT"))
			.containsEntry("readiness", new Value("ACCEPTING_TRAFFIC"));
		assertThat(Named.findings(fields)).isEmpty();
	}

	@Test
	void contentWhenBrokenIsCritical() {
		Instant since = publish(LivenessState.BROKEN);
		publish(ReadinessState.ACCEPTING_TRAFFIC);
		assertThat(Named.findings(content(Clock.fixed(since.plusMillis(31_000), ZoneOffset.UTC))))
			.containsExactly(Content.critical("The application says that it is broken since %s, for 31 s", since)
				.id("liveness-broken")
				.next("Availability"));
	}

	@Test
	void contentWhenTrafficIsRefusedIsWarning() {
		publish(LivenessState.CORRECT);
		Instant since = publish(ReadinessState.REFUSING_TRAFFIC);
		assertThat(Named.findings(content(Clock.fixed(since.plusMillis(5), ZoneOffset.UTC))))
			.containsExactly(Content.warning("The application refuses traffic since %s, for 5 ms", since)
				.id("readiness-refused")
				.next("Availability"));
	}

	@Test
	void contentWhenTheStartHasNotEndedSaysWhereItStands() {
		this.start = Content.info("it stands");
		assertThat(Named.findings(content(Clock.systemUTC()))).containsExactly(Content.info("it stands"));
	}

	private <S extends AvailabilityState> Instant publish(S state) {
		AvailabilityChangeEvent<S> event = new AvailabilityChangeEvent<>(this, state);
		this.availability.onApplicationEvent(event);
		return Instant.ofEpochMilli(event.getTimestamp());
	}

	private Fields content(Clock clock) {
		return (Fields) new AvailabilitySection(this.availability, List.of(new Start()), Named.workers(), clock)
			.content();
	}

	private final class Start implements Transition {

		@Override
		public String name() {
			return "start";
		}

		@Override
		public @Nullable Content content() {
			return AvailabilitySectionTests.this.start;
		}

	}

}
