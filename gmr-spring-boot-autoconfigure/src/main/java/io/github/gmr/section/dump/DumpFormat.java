package io.github.gmr.section.dump;

import java.io.IOException;
import java.io.InputStream;

import io.github.gmr.section.dump.ThreadDumpReader.Visitor;
import io.github.gmr.section.hotspot.DiagnosticCommand;
import org.jspecify.annotations.Nullable;

/**
 * The formats in which the JVM dumps its threads.
 */
public enum DumpFormat {

	/**
	 * All that the JVM knows. JDK 25 cannot write it if the name of any thread has a
	 * control character.
	 */
	JSON("json") {

		@Override
		void read(InputStream in, int maxDepth, Visitor visitor) throws IOException {
			new ThreadDumpReader(in, maxDepth, visitor).read();
		}

	},

	/**
	 * Has neither carriers nor containers of threads, but can always be written.
	 */
	PLAIN("plain") {

		@Override
		void read(InputStream in, int maxDepth, Visitor visitor) throws IOException {
			new PlainDumpReader(in, maxDepth, visitor).read();
		}

	};

	private final String option;

	DumpFormat(String option) {
		this.option = option;
	}

	/**
	 * Read a whole dump.
	 * @param in the dump, stays open
	 * @param maxDepth how many frames of a stack to keep
	 * @param visitor takes what is read
	 * @throws IOException if the stream cannot be read, or is no dump
	 */
	abstract void read(InputStream in, int maxDepth, Visitor visitor) throws IOException;

	/**
	 * Return whether a dump that has been read to its end is whole. What has no end of
	 * its own is if the JVM says so.
	 * @param answer the answer of the JVM, {@code null} if there is none
	 * @return whether it is
	 */
	boolean isWhole(@Nullable String answer) {
		return this == JSON || (answer != null && answer.startsWith("Created"));
	}

	/**
	 * Return the command of this JVM that dumps in this format, called in process: no
	 * attaching, no tools.
	 * @return the command
	 */
	public DumpCommand command() {
		return (file) -> DiagnosticCommand.run("threadDumpToFile", "-overwrite", "-format=" + this.option, file);
	}

}
