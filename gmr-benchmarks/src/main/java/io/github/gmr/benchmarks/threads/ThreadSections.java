package io.github.gmr.benchmarks.threads;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.github.gmr.benchmarks.measurement.CountingStream;
import io.github.gmr.content.Threads;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.virtual.GreenThreadsSection;
import io.github.gmr.view.text.ThreadsText;

/**
 * Collects what sections about threads say, and renders it.
 */
final class ThreadSections {

	private ThreadSections() {
	}

	/**
	 * Return what a section says about threads.
	 * @param section the section
	 * @return the threads
	 * @throws IOException if they cannot be dumped
	 */
	static Threads threads(GreenThreadsSection section) throws IOException {
		return (Threads) section.content(new ReportScope());
	}

	/**
	 * Render threads as text.
	 * @param threads the threads
	 * @return how many bytes the text has
	 */
	static long render(Threads threads) {
		CountingStream counted = new CountingStream();
		try (Writer writer = new BufferedWriter(new OutputStreamWriter(counted, StandardCharsets.UTF_8))) {
			new ThreadsText(threads).write(writer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return counted.count();
	}

}
