package io.github.gmr.section.runtime;

import java.util.List;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.ByteSize;

/**
 * The garbage collector that uses one CPU, while the application stands still. HotSpot
 * chooses it by itself where it takes the machine for a small one.
 */
final class SerialCollector {

	static final Check CHECK = new Check("serial-collector");

	/**
	 * What its part for the old generation is called.
	 */
	private static final String NAME = "MarkSweepCompact";

	private static final int MANY_CPUS = 4;

	/**
	 * A heap that one CPU collects in a moment is no reason to say anything.
	 */
	private static final long LARGE_HEAP = 512L * 1024 * 1024;

	private SerialCollector() {
	}

	/**
	 * Look whether it is in use though there are others to help it.
	 * @param collectors the names of the collectors
	 * @param cpus how many CPUs there are
	 * @param heap the most that the heap may have, in bytes
	 * @return the result
	 */
	static Check.Result check(List<String> collectors, int cpus, long heap) {
		Finding finding = Content.info(
				"The serial collector uses one of %d CPUs for a heap of up to %s, and stops the application meanwhile",
				cpus, new ByteSize(heap))
			.evidence("cpus", cpus)
			.evidence("heap", new ByteSize(heap))
			.next(RuntimeSection.TITLE);
		boolean serial = collectors.contains(NAME) && heap >= LARGE_HEAP;
		return CHECK.of((serial && cpus >= MANY_CPUS) ? finding : null, Level.of(serial ? cpus : 0, MANY_CPUS, "CPUs"));
	}

}
