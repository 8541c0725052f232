package io.github.gmr.section.threads;

import java.lang.management.ThreadInfo;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.section.activity.SignificantFrame;
import io.github.gmr.section.hotspot.HotSpotFrame;
import io.github.gmr.section.pulse.OtherThreads;
import org.jspecify.annotations.Nullable;

/**
 * A thread and what it has done lately.
 *
 * @param thread the thread
 * @param rates what it has done, or {@code null} if that is not known
 */
record BusyThread(ThreadInfo thread, @Nullable ThreadRates rates) {

	/**
	 * Return the share of one processor it has used, in percent.
	 */
	long percent() {
		return (this.rates != null) ? Math.round(this.rates.cpuPercent()) : 0;
	}

	/**
	 * Return words for the threads that Java does not list.
	 */
	static String words(OtherThreads others) {
		String own = "the JVM's own threads (collector, compiler)";
		return String.format(Locale.ROOT, "%.0f %% of a CPU: %s%s", others.cpuPercent(), own,
				others.ended() ? ", native ones and threads that have ended" : " and native ones");
	}

	/**
	 * Return words for it.
	 */
	String words() {
		long bytes = (this.rates != null) ? this.rates.allocatedBytesPerSecond() : 0;
		return String.format(Locale.ROOT, "%d %% of a CPU, %s/s: \"%s\" #%d at %s", percent(), new ByteSize(bytes),
				this.thread.getThreadName(), this.thread.getThreadId(),
				SignificantFrame.of(Stream.of(this.thread.getStackTrace()).map(HotSpotFrame::of).toList()));
	}

}
