package io.github.gmr.section.dump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Owner;
import io.github.gmr.content.thread.ThreadLock.Relation;
import org.jspecify.annotations.Nullable;

/**
 * The thread that {@link ThreadDumpReader} has just read. One instance serves all threads
 * of a dump, so nothing of it may be kept.
 */
public final class DumpedThread {

	private static final Set<String> WAITING = Set.of("BLOCKED", "WAITING", "TIMED_WAITING");

	private final Utf8Text stack = new Utf8Text();

	private final List<ThreadLock> locks = new ArrayList<>();

	private long id;

	private String name = "";

	private boolean virtual;

	private @Nullable String state;

	private @Nullable Long carrier;

	private final Utf8Text bottom = new Utf8Text();

	private int depth;

	void clear() {
		this.stack.clear();
		this.bottom.clear();
		this.locks.clear();
		this.id = -1;
		this.name = "";
		this.virtual = false;
		this.state = null;
		this.carrier = null;
		this.depth = 0;
	}

	/**
	 * Begin another thread, of which all is known but its stack.
	 */
	void begin(long id, String name, boolean virtual, @Nullable String state) {
		clear();
		this.id = id;
		this.name = name;
		this.virtual = virtual;
		this.state = state;
	}

	void set(String fact, Utf8Text value) throws IOException {
		switch (fact) {
			case "tid" -> this.id = number(value);
			case "name" -> this.name = value.isEmpty() ? "" : value.toString();
			case "virtual" -> this.virtual = value.contentEquals("true");
			case "state" -> this.state = value.toString();
			case "carrier" -> this.carrier = numberOrNull(value);
			case "blockedOn" -> addLock(Relation.WAITING_TO_LOCK, 0, value, null);
			case "waitingOn" -> addLock(Relation.WAITING_ON, 0, value, null);
			default -> {
				// a fact of a newer JDK
			}
		}
	}

	void addFrame(Utf8Text frame, int maxDepth) {
		this.bottom.clear();
		this.bottom.append(frame);
		if (this.depth++ < maxDepth) {
			this.stack.append(frame);
			this.stack.append('\n');
		}
	}

	/**
	 * Add a lock as the dump words it, such as {@code "java.lang.Object@1b2c6cd2"}.
	 */
	void addLock(Relation relation, int depth, Utf8Text object, @Nullable Long owner) {
		String text = object.toString();
		int at = text.lastIndexOf('@');
		if (at > 0) {
			this.locks.add(new ThreadLock(relation, depth, text.substring(0, at),
					Integer.parseUnsignedInt(text, at + 1, text.length(), 16),
					(owner != null) ? new Owner(owner, null) : null));
		}
	}

	static long number(Utf8Text text) throws IOException {
		try {
			return Long.parseLong(text.toString());
		}
		catch (NumberFormatException ex) {
			throw new IOException("The dump has '" + text + "' in the place of a number", ex);
		}
	}

	static @Nullable Long numberOrNull(Utf8Text text) throws IOException {
		return (text.isEmpty() || text.contentEquals("null")) ? null : number(text);
	}

	/**
	 * Return the identifier of the thread.
	 * @return the identifier, -1 if the dump has none
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Return the name of the thread.
	 * @return the name, empty if it has none
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return whether the thread is virtual. A JDK that reports no state does not report
	 * this either, so there the outermost frame decides.
	 * @return whether it is
	 */
	public boolean virtual() {
		return this.virtual || (this.state == null && this.bottom.toString().contains("java.lang.VirtualThread.run("));
	}

	/**
	 * Return the state of the thread.
	 * @return the name of its {@link Thread.State}, or {@code null} if this JDK does not
	 * report it
	 */
	public @Nullable String state() {
		return this.state;
	}

	/**
	 * Return the carrier that the thread is mounted on.
	 * @return the identifier of the carrier, or {@code null} if there is none
	 */
	public @Nullable Long carrier() {
		return this.carrier;
	}

	/**
	 * Return whether the thread keeps its carrier although it waits: there is something
	 * on its stack that cannot leave the carrier.
	 * @return whether it does
	 */
	public boolean isPinned() {
		return this.virtual && this.carrier != null && this.state != null && WAITING.contains(this.state);
	}

	/**
	 * Return the frames that were kept, a line feed after each.
	 * @return the frames, valid until the next thread is read
	 */
	public Utf8Text stack() {
		return this.stack;
	}

	/**
	 * Return how many frames there are, kept or not.
	 * @return the depth
	 */
	public int depth() {
		return this.depth;
	}

	/**
	 * Return the locks that the thread holds or waits for.
	 * @return the locks, valid until the next thread is read
	 */
	public List<ThreadLock> locks() {
		return this.locks;
	}

}
