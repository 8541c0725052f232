package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.view.Markup;
import io.github.gmr.view.ThreadState;
import io.github.gmr.view.text.ThreadsText;

/**
 * Writes threads as HTML: their summary, a bar of their states, a picture of their
 * stacks, and all groups folded.
 */
final class HtmlThreads implements HtmlBlock {

	private static final int MAX_NAMES = 3;

	private final Threads threads;

	private final Markup html;

	HtmlThreads(Threads threads, Markup html) {
		this.threads = threads;
		this.html = html;
	}

	@Override
	public void write() throws IOException {
		new HtmlContent(this.html).write(this.threads.summary());
		if (!this.threads.groups().isEmpty()) {
			new StateBar(this.threads.groups()).write(this.html);
			new Icicle(this.threads.groups()).write(this.html);
		}
		this.html.element("p", "vm", this.threads.vm());
		for (StackGroup group : this.threads.groups()) {
			write(group);
		}
		if (this.threads.omitted() > 0) {
			this.html.element("p", "omitted", "and " + this.threads.omitted() + " more threads");
		}
	}

	private void write(StackGroup group) throws IOException {
		this.html.line().start("details", "group").start("summary");
		this.html.element("b", "size", Long.toString(group.size())).text(" ");
		this.html.element("span", "state " + ThreadState.of(group.state()).type(), state(group)).text(" ");
		this.html.element("span", "names", names(group)).text(" ");
		this.html.element("code", telling(group.frames())).end();
		new HtmlThreadTable(this.threads.kind(), this.html).write(group);
		this.html.start("pre", "stack");
		ThreadsText.writeStack(group, this.html.writer());
		this.html.end().end();
	}

	private static String state(StackGroup group) {
		return (group.state() != null) ? group.state() : ThreadState.OTHER.words();
	}

	private static String names(StackGroup group) {
		List<ThreadEntry> threads = group.threads();
		String names = threads.stream().limit(MAX_NAMES).map(HtmlThreads::name).collect(Collectors.joining(", "));
		return (group.size() > MAX_NAMES) ? names + ", \u2026" : names;
	}

	/**
	 * Return the frame that says most: where the JDK was called.
	 */
	private static String telling(List<String> frames) {
		String topmost = frames.isEmpty() ? "no stack" : frames.get(0);
		return frames.stream().filter((frame) -> FrameOrigin.of(frame) != FrameOrigin.JDK).findFirst().orElse(topmost);
	}

	private static String name(ThreadEntry thread) {
		return thread.name().isEmpty() ? "#" + thread.id() : thread.name();
	}

}
