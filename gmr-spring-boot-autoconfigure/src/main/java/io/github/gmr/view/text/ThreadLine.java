package io.github.gmr.view.text;

import java.io.IOException;
import java.io.Writer;

import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.content.thread.VirtualThreadFacts;
import org.jspecify.annotations.Nullable;

/**
 * The line of a thread dump that names a thread, such as
 * {@code "main" #1 prio=5 cpu=12.34ms allocated=1234K}. Where several threads share a
 * state each line ends with HotSpot's words for it, so that tools that read line by line
 * know it for every thread.
 */
final class ThreadLine {

	private static final long MEGABYTE = 1024 * 1024;

	private final StringBuilder line = new StringBuilder(192);

	ThreadLine(ThreadEntry thread, StackGroup group) {
		this.line.append('"').append(Line.of(thread.name())).append("\" #").append(thread.id());
		if (thread.facts() instanceof PlatformThreadFacts facts) {
			append(facts);
		}
		else if (thread.facts() instanceof VirtualThreadFacts facts) {
			append(facts);
		}
		if (group.threads().size() > 1 && group.state() != null) {
			this.line.append(condition(group.state()));
		}
	}

	void write(Writer out) throws IOException {
		out.append(this.line).append('\n');
	}

	private void append(PlatformThreadFacts facts) {
		this.line.append(facts.daemon() ? " daemon" : "").append(" prio=").append(facts.priority());
		append(facts.usage());
		if (facts.rates() != null) {
			append(facts.rates());
		}
		this.line.append(facts.suspended() ? " suspended" : "").append(facts.inNative() ? " in native" : "");
	}

	private void append(ThreadUsage usage) {
		appendMillis(" cpu=", usage.cpuNanos());
		if (usage.allocatedBytes() != null) {
			this.line.append(" allocated=").append(usage.allocatedBytes() / 1024).append('K');
		}
		appendMillis(" user=", usage.userNanos());
		this.line.append(" blocked=").append(usage.blocked()).append(" waited=").append(usage.waited());
	}

	private void append(ThreadRates rates) {
		if (rates.isUnmoved()) {
			this.line.append(" unmoved=").append(rates.unmoved().toSeconds()).append('s');
		}
		else if (rates.cpuPercent() >= 1 || rates.allocatedBytesPerSecond() >= MEGABYTE) {
			this.line.append(" load=").append(Math.round(rates.cpuPercent())).append('%');
			this.line.append(" allocating=").append(rates.allocatedBytesPerSecond() / 1024).append("K/s");
		}
	}

	private void appendMillis(String name, @Nullable Long nanos) {
		if (nanos != null) {
			long hundredths = nanos / 10_000;
			this.line.append(name).append(hundredths / 100).append('.');
			this.line.append(hundredths / 10 % 10).append(hundredths % 10).append("ms");
		}
	}

	private void append(VirtualThreadFacts facts) {
		this.line.append(" virtual");
		if (facts.carrier() != null) {
			this.line.append(" carrier=#").append(facts.carrier());
		}
	}

	private static String condition(String state) {
		if (state.startsWith("BLOCKED")) {
			return " waiting for monitor entry";
		}
		if (state.endsWith("(on object monitor)")) {
			return " in Object.wait()";
		}
		return switch (state) {
			case "RUNNABLE" -> " runnable";
			case "TIMED_WAITING (sleeping)" -> " sleeping";
			default -> " waiting on condition";
		};
	}

}
