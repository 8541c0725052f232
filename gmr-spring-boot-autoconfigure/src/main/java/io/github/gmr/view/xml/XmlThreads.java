package io.github.gmr.view.xml;

import java.io.IOException;
import java.util.List;

import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.view.Markup;
import io.github.gmr.view.SharedStacks;
import io.github.gmr.view.ThreadKeys;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

/**
 * Writes threads as XML: each thread with the indexes of its group and its stack, the
 * groups, and every stack once. What the JVM does not tell is left out.
 */
final class XmlThreads implements XmlElement {

	private final Threads threads;

	private final Markup xml;

	private final SharedStacks stacks;

	XmlThreads(Threads threads, Markup xml) {
		this.threads = threads;
		this.xml = xml;
		this.stacks = new SharedStacks(threads.groups());
	}

	@Override
	public void write() throws IOException {
		this.xml.start("threads").attribute("kind", Word.of(this.threads.kind()));
		this.xml.attribute("vm", this.threads.vm()).attribute("omitted", this.threads.omitted());
		this.xml.line().start("summary");
		new XmlContent(this.xml).write(this.threads.summary());
		this.xml.line().end();
		for (int i = 0; i < this.threads.groups().size(); i++) {
			write(this.threads.groups().get(i), i);
		}
		int index = 0;
		for (List<String> frames : this.stacks.stacks()) {
			write(frames, index++);
		}
		this.xml.line().end();
	}

	private void write(StackGroup group, int index) throws IOException {
		this.xml.line().start("group").attribute("index", index);
		optional("state", group.state());
		this.xml.attribute("size", group.size()).attribute("stack", this.stacks.ofGroup(index));
		this.xml.attribute("deeper", Boolean.toString(group.deeper()));
		for (ThreadEntry thread : group.threads()) {
			write(thread);
		}
		this.xml.line().end();
	}

	private void write(ThreadEntry thread) throws IOException {
		this.xml.line().start("thread").attribute("id", thread.id()).attribute("name", thread.name());
		ThreadKeys.each(thread.facts(), this::optional);
		for (ThreadLock lock : thread.locks()) {
			this.xml.start("lock");
			ThreadKeys.each(lock, this::optional);
			this.xml.end();
		}
		this.xml.end();
	}

	private void write(List<String> frames, int index) throws IOException {
		this.xml.line().start("stack").attribute("index", index);
		for (String frame : frames) {
			this.xml.line().element("frame", frame);
		}
		this.xml.line().end();
	}

	private void optional(String attribute, @Nullable Object value) throws IOException {
		if (value != null) {
			this.xml.attribute(attribute, value.toString());
		}
	}

}
