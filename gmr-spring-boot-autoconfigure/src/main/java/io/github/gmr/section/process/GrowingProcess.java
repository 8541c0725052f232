package io.github.gmr.section.process;

import java.time.Duration;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.section.pulse.FigureSource.Unit;
import io.github.gmr.section.pulse.Growth;
import io.github.gmr.section.pulse.Trends;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the open files of the process become more all the time, and its
 * memory for which the JVM does not account.
 */
final class GrowingProcess {

	static final Check FILES = new Check("file-descriptors-growing");

	static final Check MEMORY = new Check("memory-growing");

	private static final int LEAST_FILES = 100;

	private static final int LEAST_PERCENT = 25;

	private static final long LEAST_MEMORY = 64 * 1024 * 1024;

	private static final Duration SOON = Duration.ofHours(1);

	private final Trends trends;

	GrowingProcess(Trends trends) {
		this.trends = trends;
	}

	Check.Result files(OpenFiles files) {
		return (files.count() != null)
				? this.trends.check(FILES, ProcessFigures.FILES, (growth) -> files(growth, files))
				: FILES.notPossible("the system does not tell how many files are open");
	}

	private static @Nullable Finding files(Growth growth, OpenFiles files) {
		long limit = (files.limit() != null) ? files.limit() : Long.MAX_VALUE;
		boolean soon = growth.reaches(limit, SOON);
		String most = files.kinds().isEmpty() ? "" : "; " + files.kinds().get(0).words();
		String words = "Open file descriptors become more, %s%s%s".formatted(growth.words(Unit.NUMBER), most,
				soon ? "; all %d in %s".formatted(limit, TimeSpan.words(growth.until(limit))) : "");
		Finding finding = (soon && !growth.isBrief() ? Content.warning("%s", words) : Content.info("%s", words));
		return (growth.isBy(LEAST_FILES, LEAST_PERCENT) && (soon || !growth.isBrief()))
				? growth.describe(finding, Unit.NUMBER) : null;
	}

	Check.Result memory(ProcessMemory memory) {
		return (memory.anonymous() != null) ? this.trends.check(MEMORY, ProcessFigures.BESIDE, GrowingProcess::memory)
				: MEMORY.notPossible("the system does not tell how much memory of this process is in no file");
	}

	private static @Nullable Finding memory(Growth growth) {
		Finding finding = Content.info(
				"Memory that is neither heap, classes, code, threads nor direct buffers grows %s",
				growth.words(Unit.BYTES));
		return (growth.isBy(LEAST_MEMORY, LEAST_PERCENT) && !growth.isBrief()) ? growth.describe(finding, Unit.BYTES)
				: null;
	}

}
