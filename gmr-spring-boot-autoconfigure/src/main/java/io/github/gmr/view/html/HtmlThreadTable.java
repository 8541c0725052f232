package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import io.github.gmr.content.Threads;
import io.github.gmr.content.text.TimeSpan;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.view.Markup;
import io.github.gmr.view.Millis;
import org.jspecify.annotations.Nullable;

/**
 * Writes the threads of a group as a table.
 */
final class HtmlThreadTable {

	private static final List<String> PLATFORM = List.of("thread", "id", "CPU ms", "allocated KB", "blocked", "waited",
			"notes");

	private static final List<String> VIRTUAL = List.of("thread", "id", "carrier", "started by");

	private final Threads.Kind kind;

	private final Markup html;

	HtmlThreadTable(Threads.Kind kind, Markup html) {
		this.kind = kind;
		this.html = html;
	}

	void write(StackGroup group) throws IOException {
		HtmlTable table = (this.kind == Threads.Kind.PLATFORM)
				? new HtmlTable(this.html).start(PLATFORM, Set.of(1, 2, 3, 4, 5))
				: new HtmlTable(this.html).start(VIRTUAL, Set.of(1, 2));
		this.html.start("tbody");
		for (ThreadEntry thread : group.threads()) {
			write(thread);
		}
		this.html.end();
		table.end();
		long more = group.size() - group.threads().size();
		if (more > 0) {
			this.html.element("p", "omitted", "and " + more + " more threads with this stack");
		}
	}

	private void write(ThreadEntry thread) throws IOException {
		this.html.line().start("tr").element("td", thread.name());
		writeNumber(thread.id());
		if (thread.facts() instanceof PlatformThreadFacts facts) {
			write(facts);
		}
		else if (thread.facts() instanceof VirtualThreadFacts facts) {
			writeNumber(facts.carrier());
			this.html.element("td", (facts.container() != null) ? facts.container() : "");
		}
		this.html.end();
	}

	private void write(PlatformThreadFacts facts) throws IOException {
		ThreadUsage usage = facts.usage();
		writeNumber((usage.cpuNanos() != null) ? Millis.ofNanos(usage.cpuNanos()) : null);
		writeNumber((usage.allocatedBytes() != null) ? usage.allocatedBytes() / 1024 : null);
		writeNumber(usage.blocked());
		writeNumber(usage.waited());
		this.html.element("td", notes(facts));
	}

	private void writeNumber(@Nullable Object number) throws IOException {
		this.html.element("td", "number", (number != null) ? number.toString() : "");
	}

	private static String notes(PlatformThreadFacts facts) {
		StringBuilder notes = new StringBuilder(facts.daemon() ? "daemon" : "keeps the JVM alive");
		notes.append(", priority ").append(facts.priority());
		notes.append(facts.inNative() ? ", in native code" : "").append(facts.suspended() ? ", suspended" : "");
		ThreadRates rates = facts.rates();
		if (rates != null) {
			notes.append(", ").append(Math.round(rates.cpuPercent())).append(" % CPU, ");
			notes.append(rates.allocatedBytesPerSecond() / 1024).append(" KB/s");
			notes.append(rates.isUnmoved() ? ", has not moved for " + TimeSpan.words(rates.unmoved()) : "");
		}
		return notes.toString();
	}

}
