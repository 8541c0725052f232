package io.github.gmr.section.dump;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.section.dump.JsonTokens.Token;

/**
 * Reads the JDK's thread dump in JSON, thread by thread, while it streams. Lenient: facts
 * that a JDK does not report are missing, facts that this reader does not know are
 * skipped.
 */
public final class ThreadDumpReader {

	private final JsonTokens tokens;

	private final Visitor visitor;

	private final int maxDepth;

	private final DumpedThread thread = new DumpedThread();

	private final Utf8Text blocker = new Utf8Text();

	private final Utf8Text owner = new Utf8Text();

	private int monitorDepth;

	/**
	 * Create a reader.
	 * @param in the dump, stays open
	 * @param maxDepth how many frames of a stack to keep
	 * @param visitor takes what is read
	 */
	public ThreadDumpReader(InputStream in, int maxDepth, Visitor visitor) {
		this.tokens = new JsonTokens(in);
		this.maxDepth = maxDepth;
		this.visitor = visitor;
	}

	/**
	 * Read the whole dump.
	 * @throws IOException if the stream cannot be read or ends early
	 */
	public void read() throws IOException {
		Token begin = this.tokens.next();
		if (begin != Token.BEGIN_OBJECT) {
			throw new EOFException("There is no dump");
		}
		object(begin, this::document);
	}

	private void document(String name, Token first) throws IOException {
		if (name.equals("threadDump")) {
			object(first, this::dump);
		}
		else {
			this.tokens.skip(first);
		}
	}

	private void dump(String name, Token first) throws IOException {
		if (name.equals("threadContainers")) {
			array(first, (container) -> object(container, this::container));
		}
		else {
			this.tokens.skip(first);
		}
	}

	private void container(String name, Token first) throws IOException {
		switch (name) {
			case "container" -> this.visitor.container(this.tokens.text().toString());
			case "threads" -> array(first, this::thread);
			case "threadCount" -> this.visitor.containerEnd(DumpedThread.number(this.tokens.text()));
			default -> this.tokens.skip(first);
		}
	}

	private void thread(Token first) throws IOException {
		this.thread.clear();
		object(first, this::fact);
		this.visitor.thread(this.thread);
	}

	private void fact(String name, Token first) throws IOException {
		switch (name) {
			case "stack" -> array(first, (frame) -> this.thread.addFrame(this.tokens.text(), this.maxDepth));
			case "parkBlocker" -> parkBlocker(first);
			case "monitorsOwned" -> array(first, this::monitors);
			default -> {
				if (first == Token.STRING || first == Token.LITERAL) {
					this.thread.set(name, this.tokens.text());
				}
				else {
					this.tokens.skip(first);
				}
			}
		}
	}

	private void parkBlocker(Token first) throws IOException {
		this.blocker.clear();
		this.owner.clear();
		object(first, (name, value) -> {
			switch (name) {
				case "object" -> this.blocker.append(this.tokens.text());
				case "owner" -> this.owner.append(this.tokens.text());
				default -> this.tokens.skip(value);
			}
		});
		this.thread.addLock(Relation.PARKING_TO_WAIT_FOR, 0, this.blocker, DumpedThread.numberOrNull(this.owner));
	}

	private void monitors(Token first) throws IOException {
		this.monitorDepth = -1;
		object(first, (name, value) -> {
			switch (name) {
				case "depth" -> this.monitorDepth = (int) DumpedThread.number(this.tokens.text());
				case "locks" -> array(value,
						(lock) -> this.thread.addLock(Relation.LOCKED, this.monitorDepth, this.tokens.text(), null));
				default -> this.tokens.skip(value);
			}
		});
	}

	private void object(Token first, Member member) throws IOException {
		if (first != Token.BEGIN_OBJECT) {
			this.tokens.skip(first);
			return;
		}
		for (Token token = this.tokens.next(); token != Token.END_OBJECT; token = this.tokens.next()) {
			failAt(token == Token.END);
			String name = this.tokens.text().toString();
			member.read(name, this.tokens.next());
		}
	}

	private void array(Token first, Element element) throws IOException {
		if (first != Token.BEGIN_ARRAY) {
			this.tokens.skip(first);
			return;
		}
		for (Token token = this.tokens.next(); token != Token.END_ARRAY; token = this.tokens.next()) {
			failAt(token == Token.END);
			element.read(token);
		}
	}

	private static void failAt(boolean end) throws IOException {
		if (end) {
			throw new EOFException("The dump ends early");
		}
	}

	/**
	 * Takes what is read.
	 */
	public interface Visitor {

		/**
		 * Begin a container of threads.
		 * @param name its name
		 */
		default void container(String name) {
		}

		/**
		 * Take a thread of the container.
		 * @param thread the thread, valid during the call only
		 */
		void thread(DumpedThread thread);

		/**
		 * End a container.
		 * @param threads how many threads it has, listed or not
		 */
		default void containerEnd(long threads) {
		}

	}

	private interface Member {

		void read(String name, Token first) throws IOException;

	}

	private interface Element {

		void read(Token first) throws IOException;

	}

}
