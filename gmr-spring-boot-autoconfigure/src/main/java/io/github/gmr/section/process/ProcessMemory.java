package io.github.gmr.section.process;

import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a process as Linux counts it, in bytes. What is not known is
 * {@code null}.
 *
 * @param resident what is in memory
 * @param peak the most that ever was
 * @param anonymous the part of that which is not in files
 * @param swapped what has been written to the swap space
 */
record ProcessMemory(@Nullable Long resident, @Nullable Long peak, @Nullable Long anonymous, @Nullable Long swapped) {

	/**
	 * Parse the lines of a {@code status} file, such as {@code "VmRSS:\t  411204 kB"}.
	 * @param lines the lines
	 * @return the memory
	 */
	static ProcessMemory parse(List<String> lines) {
		return new ProcessMemory(bytes(lines, "VmRSS:"), bytes(lines, "VmHWM:"), bytes(lines, "RssAnon:"),
				bytes(lines, "VmSwap:"));
	}

	private static @Nullable Long bytes(List<String> lines, String name) {
		Long kilobytes = ProcFiles.number(ProcessStatus.firstWord(lines, name));
		return (kilobytes != null) ? Long.valueOf(kilobytes * 1024) : null;
	}

	void addTo(FieldsBuilder fields) {
		add(fields, "memory", this.resident);
		add(fields, "peak of memory", this.peak);
		add(fields, "swapped out", this.swapped);
	}

	private static void add(FieldsBuilder fields, String name, @Nullable Long bytes) {
		fields.add(name, (bytes != null) ? Content.bytes(bytes) : ProcessesSection.UNKNOWN);
	}

}
