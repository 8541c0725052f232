package io.github.gmr.view.text;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.view.Visible;

/**
 * The lines of a thread dump that tell which locks the threads of a group hold and wait
 * for, such as {@code - locked <0x000000001b2c6cd2> (a com.acme.Orders)}. The lock of the
 * first thread is shown; how many different ones the others have is added.
 */
final class LockLines {

	private final List<ThreadEntry> threads;

	private final List<ThreadLock> locks;

	LockLines(List<ThreadEntry> threads) {
		this.threads = threads;
		this.locks = threads.get(0).locks();
	}

	/**
	 * Write the locks of one frame.
	 * @param depth the index of the frame
	 * @param out where to write them
	 * @throws IOException if they cannot be written
	 */
	void write(int depth, Writer out) throws IOException {
		for (int i = 0; i < this.locks.size(); i++) {
			if (this.locks.get(i).depth() == depth) {
				write(this.locks.get(i), distinct(i), out);
			}
		}
	}

	/**
	 * Write the locks of frames that are not shown.
	 * @param shown how many frames are shown
	 * @param out where to write them
	 * @throws IOException if they cannot be written
	 */
	void writeRest(int shown, Writer out) throws IOException {
		for (int i = 0; i < this.locks.size(); i++) {
			int depth = this.locks.get(i).depth();
			if (depth < 0 || depth >= shown) {
				write(this.locks.get(i), distinct(i), out);
			}
		}
	}

	private long distinct(int index) {
		return (this.threads.size() > 1)
				? this.threads.stream().mapToInt((thread) -> thread.locks().get(index).identity()).distinct().count()
				: 1;
	}

	private static void write(ThreadLock lock, long distinct, Writer out) throws IOException {
		out.append("\t- ").append(lock.relation().label());
		out.append((lock.relation() == Relation.PARKING_TO_WAIT_FOR) ? "  <" : " <").append(lock.id().hex());
		out.append("> (a ").append(Visible.line(lock.className())).append(')');
		if (lock.owner() != null) {
			out.append(" owned by ").append(owner(lock.owner()));
		}
		if (distinct > 1) {
			out.append(", one of ").append(Long.toString(distinct));
		}
		out.append('\n');
	}

	private static String owner(ThreadLock.Owner owner) {
		return ((owner.name() != null) ? "\"" + Line.of(owner.name()) + "\" #" : "#") + owner.id();
	}

}
