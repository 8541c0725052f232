package io.github.gmr.section.dump;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.section.dump.ThreadDumpReader.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JDK's thread dump in plain text, thread by thread, while it streams:
 *
 * <pre class="code">
 * 4711
 * 2026-11-23T03:00:00Z
 * 25.0.3+9-LTS
 *
 * #31 "orders-1" virtual WAITING 2026-11-23T03:00:00.001Z
 *     at java.base/java.lang.VirtualThread.park(VirtualThread.java:742)
 *     - parking to wait for &lt;java.util.concurrent.CountDownLatch$Sync@6574a52c&gt;
 * </pre>
 *
 * Names stand there as they are, and may be of many lines. What looks like the end of a
 * name is one only if the time behind it is a time of this dump, which no name can know.
 * Lenient: earlier JDKs write neither state nor time nor locks.
 */
final class PlainDumpReader {

	private static final Pattern BEGIN = Pattern.compile("#(\\d{1,18}) \"");

	private static final Pattern END = Pattern
		.compile("\"( virtual)?(?: (NEW|RUNNABLE|BLOCKED|WAITING|TIMED_WAITING|TERMINATED) (\\S+))?\\z");

	private static final String FRAME = "    at ";

	private static final String EARLIER_FRAME = "      ";

	private static final String LOCK = "    - ";

	private static final int MAX_NAME = 100_000;

	private final Lines lines;

	private final int maxDepth;

	private final Visitor visitor;

	private final DumpedThread thread = new DumpedThread();

	private final Utf8Text word = new Utf8Text();

	private Instant start = Instant.MIN;

	private boolean timed;

	PlainDumpReader(InputStream in, int maxDepth, Visitor visitor) {
		this.lines = new Lines(in);
		this.maxDepth = maxDepth;
		this.visitor = visitor;
	}

	/**
	 * Read the whole dump.
	 * @throws IOException if the stream cannot be read or has no dump
	 */
	void read() throws IOException {
		readTime();
		while (this.lines.next()) {
			Matcher begin = BEGIN.matcher(this.lines.line().toString());
			if (begin.lookingAt() && isHead(Long.parseLong(begin.group(1)), begin.end())) {
				readStack();
				this.visitor.thread(this.thread);
			}
		}
	}

	private void readTime() throws IOException {
		if (!this.lines.next() || !this.lines.next()) {
			throw new EOFException("There is no dump");
		}
		Instant time = time(this.lines.line().toString());
		this.start = (time != null) ? time : this.start;
	}

	/**
	 * Reads the head of a thread, which ends with the line that its name ends with.
	 */
	private boolean isHead(long id, int name) throws IOException {
		StringBuilder text = new StringBuilder(this.lines.line().toString());
		Matcher end = END.matcher(text);
		while (!end.find(name) || !isEnd(end)) {
			if (text.length() > MAX_NAME || !this.lines.next()) {
				return false;
			}
			text.append('\n').append(this.lines.line());
		}
		this.thread.begin(id, text.substring(name, end.start()), end.group(1) != null, end.group(2));
		return true;
	}

	private boolean isEnd(Matcher end) {
		if (end.group(3) == null) {
			return !this.timed;
		}
		Instant time = time(end.group(3));
		this.timed = true;
		return time != null && !time.isBefore(this.start) && !time.isAfter(Instant.now());
	}

	private static @Nullable Instant time(String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private void readStack() throws IOException {
		while (this.lines.next() && !this.lines.line().isEmpty()) {
			if (this.lines.line().startsWith(LOCK)) {
				readLock(this.lines.line().toString());
			}
			else {
				String indent = this.lines.line().startsWith(FRAME) ? FRAME : EARLIER_FRAME;
				this.word.clear();
				this.word.append(this.lines.line(), Math.min(indent.length(), this.lines.line().length()));
				this.thread.addFrame(this.word, this.maxDepth);
			}
		}
	}

	/**
	 * Reads a lock in words such as {@code "- locked <java.lang.Object@6c1a5b54>"}, which
	 * follow the frame that has it.
	 */
	private void readLock(String line) {
		int object = line.indexOf('<');
		Relation relation = (object > 0) ? relation(line.substring(LOCK.length(), object).strip()) : null;
		if (relation != null && line.endsWith(">")) {
			this.word.clear();
			this.word.append(line.substring(object + 1, line.length() - 1));
			this.thread.addLock(relation, (relation == Relation.LOCKED) ? this.thread.depth() - 1 : 0, this.word, null);
		}
	}

	private static @Nullable Relation relation(String words) {
		return switch (words) {
			case "parking to wait for" -> Relation.PARKING_TO_WAIT_FOR;
			case "waiting to lock" -> Relation.WAITING_TO_LOCK;
			case "waiting on" -> Relation.WAITING_ON;
			case "locked" -> Relation.LOCKED;
			default -> null;
		};
	}

}
