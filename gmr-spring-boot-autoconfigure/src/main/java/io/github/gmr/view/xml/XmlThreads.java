package io.github.gmr.view.xml;

import java.io.IOException;
import java.util.List;

import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadRates;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.content.thread.VirtualThreadFacts;
import io.github.gmr.view.Identity;
import io.github.gmr.view.Markup;
import io.github.gmr.view.Millis;
import io.github.gmr.view.SharedStacks;
import io.github.gmr.view.Word;
import org.jspecify.annotations.Nullable;

/**
 * Writes threads as XML: each thread with the indexes of its group and its stack, the
 * groups, and every stack once. What the JVM does not tell is left out.
 */
final class XmlThreads {

	private final Threads threads;

	private final Markup xml;

	private final SharedStacks stacks;

	XmlThreads(Threads threads, Markup xml) {
		this.threads = threads;
		this.xml = xml;
		this.stacks = new SharedStacks(threads.groups());
	}

	void write() throws IOException {
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
		if (thread.facts() instanceof PlatformThreadFacts facts) {
			write(facts);
		}
		else if (thread.facts() instanceof VirtualThreadFacts facts) {
			optional("carrier", facts.carrier());
			optional("container", facts.container());
		}
		for (ThreadLock lock : thread.locks()) {
			write(lock);
		}
		this.xml.end();
	}

	private void write(PlatformThreadFacts facts) throws IOException {
		this.xml.attribute("daemon", Boolean.toString(facts.daemon())).attribute("priority", facts.priority());
		this.xml.attribute("inNative", Boolean.toString(facts.inNative()));
		this.xml.attribute("suspended", Boolean.toString(facts.suspended()));
		ThreadUsage usage = facts.usage();
		optional("cpuMs", (usage.cpuNanos() != null) ? Millis.ofNanos(usage.cpuNanos()) : null);
		optional("userMs", (usage.userNanos() != null) ? Millis.ofNanos(usage.userNanos()) : null);
		optional("allocatedBytes", usage.allocatedBytes());
		this.xml.attribute("blockedCount", usage.blocked()).attribute("waitedCount", usage.waited());
		ThreadRates rates = facts.rates();
		if (rates != null) {
			optional("cpuPercent", rates.cpuPercent());
			this.xml.attribute("allocatedBytesPerSecond", rates.allocatedBytesPerSecond());
			this.xml.attribute("unmoved", Boolean.toString(rates.unmoved()));
		}
	}

	private void write(ThreadLock lock) throws IOException {
		this.xml.start("lock").attribute("relation", lock.relation().label()).attribute("depth", lock.depth());
		this.xml.attribute("class", lock.className()).attribute("identity", Identity.of(lock));
		ThreadLock.Owner owner = lock.owner();
		if (owner != null) {
			this.xml.attribute("ownerId", owner.id());
			optional("ownerName", owner.name());
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
