package io.github.gmr.section.process;

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
	 * Read the memory of this process.
	 * @param status its {@code status} file, with lines such as
	 * {@code "VmRSS:\t  411204 kB"}
	 * @return the memory, unknown if it cannot be read
	 */
	static ProcessMemory read(NumberFile status) {
		status.read();
		return new ProcessMemory(bytes(status, "VmRSS:"), bytes(status, "VmHWM:"), bytes(status, "RssAnon:"),
				bytes(status, "VmSwap:"));
	}

	private static @Nullable Long bytes(NumberFile status, String name) {
		Long kilobytes = status.number(name);
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
