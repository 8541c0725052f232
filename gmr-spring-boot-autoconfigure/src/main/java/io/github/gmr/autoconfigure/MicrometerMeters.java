package io.github.gmr.autoconfigure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.github.gmr.content.Value;
import io.github.gmr.section.spring.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.push.PushMeterRegistry;

import org.springframework.util.ClassUtils;

/**
 * The meters of Micrometer. Of a composite registry it reads the one that counts since
 * the start, if there is one, as those that push know their last step only. Reading
 * changes nothing: a step ends when its time is over, whoever asks.
 *
 * @param root the registry of the application
 */
record MicrometerMeters(MeterRegistry root) implements Meters<Meter> {

	private static final TimeUnit UNIT = TimeUnit.NANOSECONDS;

	@Override
	public String registry() {
		MeterRegistry registry = readable();
		String name = ClassUtils.getShortName(registry.getClass());
		return (registry instanceof PushMeterRegistry) ? name + ", whose values may be those of its last step" : name;
	}

	@Override
	public List<Meter> all() {
		return readable().getMeters();
	}

	private MeterRegistry readable() {
		return (this.root instanceof CompositeMeterRegistry composite) ? readable(composite) : this.root;
	}

	private static MeterRegistry readable(CompositeMeterRegistry composite) {
		List<MeterRegistry> registries = composite.getRegistries()
			.stream()
			.map((registry) -> new MicrometerMeters(registry).readable())
			.toList();
		return registries.stream()
			.filter((registry) -> !(registry instanceof PushMeterRegistry))
			.findFirst()
			.orElse(registries.isEmpty() ? composite : registries.get(0));
	}

	@Override
	public String name(Meter meter) {
		return meter.getId().getName();
	}

	/**
	 * {@inheritDoc} Left out are tags of which the value is {@code none}, such as the
	 * exception of requests that have none.
	 */
	@Override
	public String tags(Meter meter) {
		return meter.getId()
			.getTags()
			.stream()
			.filter((tag) -> !"none".equals(tag.getValue()))
			.map((tag) -> tag.getKey() + "=" + tag.getValue())
			.collect(Collectors.joining(", "));
	}

	@Override
	public String read(Meter meter) {
		return meter.match(MicrometerMeters::gauge, MicrometerMeters::counter, MicrometerMeters::timer,
				MicrometerMeters::summary, MicrometerMeters::longTaskTimer, MicrometerMeters::timeGauge,
				MicrometerMeters::functionCounter, MicrometerMeters::functionTimer, MicrometerMeters::measurements);
	}

	private static String gauge(Gauge gauge) {
		return number(gauge.value()) + unit(gauge);
	}

	private static String timeGauge(TimeGauge gauge) {
		return time(gauge.value(UNIT));
	}

	private static String counter(Counter counter) {
		return "count " + number(counter.count()) + unit(counter);
	}

	private static String functionCounter(FunctionCounter counter) {
		return "count " + number(counter.count()) + unit(counter);
	}

	private static String timer(Timer timer) {
		return "count " + number(timer.count()) + ", mean " + time(timer.mean(UNIT)) + ", max " + time(timer.max(UNIT));
	}

	private static String functionTimer(FunctionTimer timer) {
		return "count " + number(timer.count()) + ", mean " + time(timer.mean(UNIT));
	}

	private static String longTaskTimer(LongTaskTimer timer) {
		return "active " + number(timer.activeTasks()) + ", mean " + time(timer.mean(UNIT)) + ", max "
				+ time(timer.max(UNIT));
	}

	private static String summary(DistributionSummary summary) {
		return "count " + number(summary.count()) + ", mean " + number(summary.mean()) + ", max "
				+ number(summary.max()) + unit(summary);
	}

	private static String measurements(Meter meter) {
		return StreamSupport.stream(meter.measure().spliterator(), false)
			.map((measurement) -> measurement.getStatistic().getTagValueRepresentation() + " "
					+ number(measurement.getValue()))
			.collect(Collectors.joining(", "));
	}

	private static String time(double nanos) {
		return Double.isFinite(nanos) ? new Value(Duration.ofNanos((long) nanos)).asText() : Double.toString(nanos);
	}

	private static String unit(Meter meter) {
		String unit = meter.getId().getBaseUnit();
		return (unit != null) ? " " + unit : "";
	}

	/**
	 * Return a number without digits that nobody reads, in the digits of every language.
	 */
	private static String number(double value) {
		if (!Double.isFinite(value)) {
			return Double.toString(value);
		}
		return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
	}

}
