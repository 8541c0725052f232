package io.github.gmr.view.text;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import io.github.gmr.content.Fields;
import io.github.gmr.content.Threads;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.view.Visible;

/**
 * Writes threads in the layout of HotSpot's own thread dump, so that tools that read it
 * read ours: each group of threads under a head, a line for each of its threads, their
 * state, and their stack once.
 */
public final class ThreadsText implements TextBlock {

	private static final int HEAD_WIDTH = 60;

	private static final String GREEN_HEAD = head(" Green Thread ");

	private final Threads threads;

	public ThreadsText(Threads threads) {
		this.threads = threads;
	}

	@Override
	public void write(TextLines lines) throws IOException {
		writeSummary(lines);
		writeThreads(lines.writer());
	}

	/**
	 * Write the threads without their name: that they are threads is plain to see.
	 */
	@Override
	public void writeField(String name, TextLines lines) throws IOException {
		write(lines);
	}

	/**
	 * Write the threads.
	 * @param out where to write them
	 * @throws IOException if they cannot be written
	 */
	public void write(Writer out) throws IOException {
		write(new TextLines(out));
	}

	private void writeSummary(TextLines lines) throws IOException {
		Fields summary = this.threads.summary();
		if (!summary.values().isEmpty()) {
			TextContent.of(summary).write(lines);
		}
	}

	private void writeThreads(Writer out) throws IOException {
		out.append("\nFull thread dump ").append(this.threads.vm()).append(":\n\n");
		for (StackGroup group : this.threads.groups()) {
			write(group, this.threads.kind(), out);
		}
		if (this.threads.omitted() > 0) {
			out.append("... ").append(Long.toString(this.threads.omitted())).append(" more threads\n");
		}
	}

	private static void write(StackGroup group, Threads.Kind kind, Writer out) throws IOException {
		out.append((kind == Threads.Kind.VIRTUAL) ? GREEN_HEAD : head(" Thread #" + group.threads().get(0).id() + " "));
		for (ThreadEntry thread : group.threads()) {
			new ThreadLine(thread, group).write(out);
		}
		writeSize(group, out);
		if (group.state() != null) {
			out.append("   java.lang.Thread.State: ").append(group.state()).append('\n');
		}
		writeStack(group, out);
		out.append('\n');
	}

	private static void writeSize(StackGroup group, Writer out) throws IOException {
		long more = group.size() - group.threads().size();
		if (more > 0) {
			out.append("... ").append(Long.toString(more)).append(" more threads with this stack\n");
		}
	}

	/**
	 * Write the stack of a group of threads, with its locks.
	 * @param group the group
	 * @param out where to write it
	 * @throws IOException if it cannot be written
	 */
	public static void writeStack(StackGroup group, Writer out) throws IOException {
		LockLines locks = new LockLines(group.threads());
		List<String> frames = group.frames();
		for (int depth = 0; depth < frames.size(); depth++) {
			out.append("\tat ").append(Visible.line(frames.get(depth))).append('\n');
			locks.write(depth, out);
		}
		if (group.deeper()) {
			out.append("\t...\n");
		}
		locks.writeRest(frames.size(), out);
	}

	private static String head(String text) {
		return "------" + TextLines.centered(text, HEAD_WIDTH) + "------\n";
	}

}
