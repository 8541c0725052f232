package io.github.gmr.benchmarks.threads;

import java.time.Duration;
import java.util.List;

import io.github.gmr.benchmarks.measurement.Measurement;
import io.github.gmr.benchmarks.measurement.Rounds;
import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.pulse.Pulse;
import io.github.gmr.section.timeline.JvmFigures;

/**
 * Measures what a look of the pulse costs, and what that makes if it looks every five
 * seconds. A safepoint would be seen with {@code -Xlog:safepoint}.
 */
final class PulseBenchmark {

	private static final int WARM_UP = Rounds.of(200);

	private static final int ROUNDS = Rounds.of(100);

	private PulseBenchmark() {
	}

	public static void main(String[] args) throws Exception {
		int count = Integer.parseInt(args[0]);
		DeepStack.park(Thread.ofPlatform().daemon().name("parked-", 0).factory(), count, 20);
		Pulse pulse = new Pulse();
		pulse.interval(Duration.ofNanos(1));
		pulse.follow(new FigureHistory(new JvmFigures(), List.of(), Runnable::run));
		Measurement[] results = Measurement.alternate(WARM_UP, ROUNDS, () -> {
			pulse.nanosToNext();
			pulse.lookIfDue();
			return pulse;
		});
		double seconds = Pulse.INTERVAL.toSeconds();
		System.out.printf("%d platform threads: a look takes %.2f ms and allocates %.1f KiB%n", count,
				results[0].time(), results[0].allocated() / 1024.0);
		Measurement.print("share of a core", results[0].time() / 10 / seconds, 0.1, "%");
		Measurement.print("allocated a second", results[0].allocated() / 1000.0 / seconds, 10, "kB");
	}

}
