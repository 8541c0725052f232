package io.github.gmr.section.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.github.gmr.content.Content;
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
 * changes nothing: a step ends when its time is over, whether it is read or not.
 *
 * @param root the registry of the application
 */
public record MicrometerMeters(MeterRegistry root) implements Meters<Meter> {

	private static final TimeUnit UNIT = TimeUnit.NANOSECONDS;

	@Override
	public String registry() {
		String name = ClassUtils.getShortName(readable().getClass());
		return isCumulative() ? name : name + ", whose values may be those of its last step";
	}

	@Override
	public boolean isCumulative() {
		return !(readable() instanceof PushMeterRegistry);
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
	public MeterReading read(Meter meter) {
		return meter.match(MicrometerMeters::gauge, MicrometerMeters::counter, MicrometerMeters::timer,
				MicrometerMeters::summary, MicrometerMeters::longTaskTimer, MicrometerMeters::timeGauge,
				MicrometerMeters::functionCounter, MicrometerMeters::functionTimer, MicrometerMeters::measurements);
	}

	private static MeterReading gauge(Gauge gauge) {
		return MeterReading.ofValue(quantity(gauge, gauge.value()));
	}

	private static MeterReading timeGauge(TimeGauge gauge) {
		return MeterReading.ofValue(time(gauge.value(UNIT)));
	}

	private static MeterReading counter(Counter counter) {
		return MeterReading.ofCount(quantity(counter, counter.count()));
	}

	private static MeterReading functionCounter(FunctionCounter counter) {
		return MeterReading.ofCount(quantity(counter, counter.count()));
	}

	private static MeterReading timer(Timer timer) {
		return new MeterReading(null, timer.count(), time(timer.mean(UNIT)), time(timer.max(UNIT)));
	}

	private static MeterReading functionTimer(FunctionTimer timer) {
		return new MeterReading(null, number(timer.count()), time(timer.mean(UNIT)), null);
	}

	private static MeterReading longTaskTimer(LongTaskTimer timer) {
		return new MeterReading(timer.activeTasks(), null, time(timer.mean(UNIT)), time(timer.max(UNIT)));
	}

	private static MeterReading summary(DistributionSummary summary) {
		return new MeterReading(null, summary.count(), quantity(summary, summary.mean()),
				quantity(summary, summary.max()));
	}

	private static MeterReading measurements(Meter meter) {
		return MeterReading.ofValue(StreamSupport.stream(meter.measure().spliterator(), false)
			.map((measurement) -> measurement.getStatistic().getTagValueRepresentation() + " "
					+ number(measurement.getValue()))
			.collect(Collectors.joining(", ")));
	}

	private static Object time(double nanos) {
		return Double.isFinite(nanos) ? Duration.ofNanos((long) nanos) : nanos;
	}

	private static Object quantity(Meter meter, double value) {
		boolean bytes = "bytes".equals(meter.getId().getBaseUnit()) && value >= 0 && Double.isFinite(value);
		return bytes ? Content.bytes((long) value) : number(value);
	}

	/**
	 * Return a number without digits that are of no use.
	 */
	private static Number number(double value) {
		if (!Double.isFinite(value)) {
			return value;
		}
		BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
		return (rounded.scale() <= 0) ? rounded.toBigInteger() : rounded;
	}

}
