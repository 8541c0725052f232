package io.github.gmr.view.html;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.view.Markup;
import io.github.gmr.view.ThreadState;

/**
 * Draws a bar of the states of threads, and tells their numbers.
 */
final class StateBar {

	private static final int WIDTH = 1000;

	private static final int HEIGHT = 10;

	private final Map<ThreadState, Long> counts = new EnumMap<>(ThreadState.class);

	private final long total;

	StateBar(List<StackGroup> groups) {
		groups.forEach((group) -> this.counts.merge(ThreadState.of(group.state()), group.size(), Long::sum));
		this.total = this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	void write(Markup html) throws IOException {
		html.line().start("figure", "states").start("svg").attribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
		html.attribute("preserveAspectRatio", "none").attribute("aria-hidden", "true");
		long before = 0;
		for (Map.Entry<ThreadState, Long> count : this.counts.entrySet()) {
			html.start("rect", count.getKey().type()).attribute("x", before * WIDTH / this.total).attribute("y", 0);
			before += count.getValue();
			html.attribute("width", before * WIDTH / this.total - (before - count.getValue()) * WIDTH / this.total);
			html.attribute("height", HEIGHT).end();
		}
		html.end().start("figcaption").start("ul", "legend");
		for (Map.Entry<ThreadState, Long> count : this.counts.entrySet()) {
			html.start("li", count.getKey().type()).element("b", count.getValue().toString());
			html.text(" " + count.getKey().words()).end();
		}
		html.end().end().end();
	}

}
