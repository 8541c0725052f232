package io.github.gmr.section.memory;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.pulse.FigureNames;
import io.github.gmr.section.pulse.FigureSource.Unit;
import io.github.gmr.section.pulse.Growth;
import io.github.gmr.section.pulse.Trends;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether what collections leave of the heap becomes more all the time, and
 * whether classes do.
 */
final class GrowingMemory {

	static final Check HEAP = new Check("heap-growing");

	static final Check CLASSES = new Check("classes-growing");

	/**
	 * The least percentage of the heap that is a matter.
	 */
	private static final double LEAST_HEAP = 0.05;

	private static final int LEAST_CLASSES = 1000;

	private static final int LEAST_PERCENT = 10;

	private static final Duration SOON = Duration.ofHours(1);

	private final Trends trends;

	private final LongSupplier max;

	/**
	 * Create the checks.
	 * @param trends knows how figures have grown
	 * @param max returns how much there may be of what the figure about the heap counts
	 */
	GrowingMemory(Trends trends, LongSupplier max) {
		this.trends = trends;
		this.max = max;
	}

	void addTo(FieldsBuilder fields) {
		fields.check(HEAP, () -> this.trends.check(HEAP, FigureNames.HEAP_LEFT, this::heap));
		fields.check(CLASSES, () -> this.trends.check(CLASSES, FigureNames.CLASSES, GrowingMemory::classes));
	}

	private @Nullable Finding heap(Growth growth) {
		long max = this.max.getAsLong();
		boolean soon = growth.reaches(max, SOON);
		String words = "What collections leave of the heap grows %s; it fills %s in %s"
			.formatted(growth.words(Unit.BYTES), new ByteSize(Math.max(0, max)), TimeSpan.words(growth.until(max)));
		Finding finding = (soon && !growth.isBrief() ? Content.warning("%s", words) : Content.info("%s", words))
			.evidence("max", new ByteSize(Math.max(0, max)))
			.evidence("full in", growth.until(max))
			.next(MemorySection.TITLE);
		boolean matters = max > 0 && growth.isBy(LEAST_HEAP * max, LEAST_PERCENT) && (soon || !growth.isBrief());
		return matters ? growth.describe(finding, Unit.BYTES) : null;
	}

	private static @Nullable Finding classes(Growth growth) {
		Finding finding = Content.info("Loaded classes become more, %s", growth.words(Unit.NUMBER))
			.next(MemorySection.TITLE);
		return (growth.isBy(LEAST_CLASSES, LEAST_PERCENT) && !growth.isBrief()) ? growth.describe(finding, Unit.NUMBER)
				: null;
	}

}
