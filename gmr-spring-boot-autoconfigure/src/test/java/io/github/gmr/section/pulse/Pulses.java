package io.github.gmr.section.pulse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A pulse with figures and clocks of a test.
 */
public final class Pulses {

	private static final Instant START = Instant.parse("2026-11-23T03:00:00Z");

	private long nanos = -Duration.ofDays(2).toNanos();

	private Instant wall = START;

	private final FigureHistory history;

	private final ThreadHistory threads;

	private final Stalls stalls = new Stalls(() -> this.wall.toEpochMilli());

	private final Pulse pulse;

	/**
	 * Create a pulse.
	 * @param source has the figures
	 */
	public Pulses(FigureSource source) {
		this((figures) -> {
		}, List.of(source));
	}

	Pulses(FigureSource jvm, List<FigureSource> sources) {
		this.history = new FigureHistory(jvm, sources, Runnable::run, () -> this.nanos);
		this.threads = new ThreadHistory(ThreadCounters.ofJvm());
		this.pulse = new Pulse(this.threads, this.stalls, () -> this.nanos);
		this.pulse.follow(this.history);
	}

	/**
	 * Return the trends of a figure that stays for ten minutes, and then grows for
	 * twelve.
	 * @param figure its name
	 * @param from where it stays
	 * @param to how far it grows
	 * @return the trends
	 */
	public static Trends growing(String figure, double from, double to) {
		return growing(figure, from, to, Duration.ofMinutes(12));
	}

	/**
	 * Return the trends of a figure that stays for ten minutes, and then grows.
	 * @param figure its name
	 * @param from where it stays
	 * @param to how far it grows
	 * @param time for how long it grows
	 * @return the trends
	 */
	public static Trends growing(String figure, double from, double to, Duration time) {
		double[] value = { from };
		Pulses pulses = new Pulses((figures) -> figures.level(figure, () -> value[0]));
		Trends trends = new Trends(pulses.history(), () -> true, Trends.LEAST);
		for (int second = 0; second <= 600 + time.toSeconds(); second += 5) {
			value[0] = from + (to - from) * Math.max(0, second - 600) / time.toSeconds();
			pulses.look();
		}
		return trends;
	}

	/**
	 * Return what is known of the threads of this JVM after some looks, as if time had
	 * passed between them.
	 * @param seconds how long ago the first one is
	 * @return the history
	 */
	public static ThreadHistory looked(int seconds) {
		ThreadHistory history = new ThreadHistory(ThreadCounters.ofJvm());
		long now = System.nanoTime();
		for (int ago = seconds; ago > 0; ago -= 5) {
			history.look(now - Duration.ofSeconds(ago).toNanos());
		}
		return history;
	}

	public FigureHistory history() {
		return this.history;
	}

	public Stalls stalls() {
		return this.stalls;
	}

	Pulse pulse() {
		return this.pulse;
	}

	/**
	 * Look when it is time to: the first time at once, then after five seconds.
	 */
	public void look() {
		stall(Duration.ZERO);
	}

	/**
	 * Let the next look come late.
	 * @param time how late
	 */
	public void stall(Duration time) {
		pass(time.plusNanos(this.pulse.nanosToNext()));
		this.pulse.lookIfDue();
	}

	/**
	 * Let the thread that looks do something else.
	 * @param time for how long
	 */
	public void occupy(Duration time) {
		pass(time);
		this.pulse.nanosToNext();
		this.pulse.lookIfDue();
	}

	/**
	 * Let time pass.
	 * @param time how much
	 */
	public void pass(Duration time) {
		this.nanos += time.toNanos();
		this.wall = this.wall.plus(time);
	}

	/**
	 * Set the time of day.
	 * @param change how much to add to it
	 */
	public void setWallClock(Duration change) {
		this.wall = this.wall.plus(change);
	}

	public Clock clock() {
		return new Clock() {

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return Pulses.this.wall;
			}

		};
	}

}
