package io.github.gmr.section.process;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.gmr.section.pulse.FigureSource;
import org.jspecify.annotations.Nullable;

/**
 * Figures of this process that the system counts.
 */
final class ProcessFigures implements FigureSource {

	static final String FILES = "open files";

	static final String BESIDE = "unaccounted memory";

	private static final Figure MEMORY = new Figure("memory", Unit.BYTES, false);

	private static final Figure SWAPPED = new Figure("swapped out", Unit.BYTES, false);

	private static final Figure UNACCOUNTED = new Figure(BESIDE, Unit.BYTES, false);

	private final NumberFile status;

	private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();

	ProcessFigures(ProcFiles files) {
		this.status = files.numbers();
	}

	@Override
	public void read(Figures figures) {
		ProcessMemory memory = ProcessMemory.read(this.status);
		figures.add(MEMORY, memory::resident);
		figures.add(SWAPPED, memory::swapped);
		figures.add(UNACCOUNTED, () -> NativeMemory.ofThisJvm().withStacks().beside(memory));
		figures.level(FILES, this::openFiles);
	}

	/**
	 * Returns how many files are open, counted without a list of them. Without a file to
	 * spare the system cannot tell.
	 */
	private @Nullable Long openFiles() {
		try {
			long count = (this.system instanceof UnixOperatingSystemMXBean unix) ? unix.getOpenFileDescriptorCount()
					: -1;
			return (count >= 0) ? count : null;
		}
		catch (LinkageError | InternalError ex) {
			return null;
		}
	}

}
