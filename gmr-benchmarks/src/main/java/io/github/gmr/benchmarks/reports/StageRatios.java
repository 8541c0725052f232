package io.github.gmr.benchmarks.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.gmr.benchmarks.measurement.Ratio;
import org.openjdk.jmh.results.RunResult;

/**
 * Prints the results of JMH as ratios: how many times as long as each peer everything
 * else takes.
 */
final class StageRatios {

	private static final String PEER = "peer";

	private StageRatios() {
	}

	static void print(Collection<RunResult> results) {
		Map<String, double[]> scores = new TreeMap<>();
		results.forEach((result) -> scores.put(result.getPrimaryResult().getLabel(), scores(result)));
		scores.forEach((peer, others) -> {
			if (peer.startsWith(PEER)) {
				System.out.printf("%nTimes %s%n", peer);
				scores.forEach((name, values) -> print(name, values, others));
			}
		});
	}

	private static void print(String name, double[] values, double[] peers) {
		if (!name.startsWith(PEER)) {
			System.out.printf("  %-20s %s%n", name, Ratio.oneAfterTheOther(values, peers));
		}
	}

	private static double[] scores(RunResult result) {
		List<Double> scores = new ArrayList<>();
		Iterator<Map.Entry<Double, Long>> raw = result.getPrimaryResult().getStatistics().getRawData();
		raw.forEachRemaining((score) -> scores.add(score.getKey()));
		return scores.stream().mapToDouble(Double::doubleValue).toArray();
	}

}
