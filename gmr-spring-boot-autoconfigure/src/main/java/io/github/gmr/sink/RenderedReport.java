package io.github.gmr.sink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.github.gmr.report.FindingCounts;
import io.github.gmr.report.ReportHead;

/**
 * A redacted report as bytes of one format. Immutable, so many clients may read it.
 */
public final class RenderedReport {

	private static final int CHUNK = 64 * 1024;

	private final ReportHead head;

	private final FindingCounts findings;

	private final Format format;

	private final List<byte[]> chunks;

	private RenderedReport(ReportHead head, FindingCounts findings, Format format, List<byte[]> chunks) {
		this.head = head;
		this.findings = findings;
		this.format = format;
		this.chunks = chunks;
	}

	/**
	 * Render a report.
	 * @param head what the report says about itself
	 * @param findings how many findings it has
	 * @param format the format
	 * @param writer writes the report
	 * @return the rendered report
	 * @throws IOException if the writer fails
	 */
	public static RenderedReport render(ReportHead head, FindingCounts findings, Format format, Writer writer)
			throws IOException {
		Chunks out = new Chunks();
		writer.writeTo(out);
		return new RenderedReport(head, findings, format, out.chunks());
	}

	/**
	 * Return what the report says about itself.
	 * @return the head
	 */
	public ReportHead head() {
		return this.head;
	}

	/**
	 * Return how many findings the report has.
	 * @return the counts
	 */
	public FindingCounts findings() {
		return this.findings;
	}

	/**
	 * Return the format of the bytes.
	 * @return the format
	 */
	public Format format() {
		return this.format;
	}

	/**
	 * Return the name of a file with the report.
	 * @return the name, made of the application, the time, the process and the number of
	 * the report
	 */
	public String fileName() {
		return ReportFiles.name(this, 0);
	}

	/**
	 * Return the length of the report.
	 * @return the length in bytes
	 */
	public long size() {
		return this.chunks.stream().mapToLong((chunk) -> chunk.length).sum();
	}

	/**
	 * Return the report as a stream.
	 * @return a new stream
	 */
	public InputStream inputStream() {
		return new SequenceInputStream(
				Collections.enumeration(this.chunks.stream().map(ByteArrayInputStream::new).toList()));
	}

	/**
	 * Write the report.
	 * @param out where to write, stays open
	 * @throws IOException if the output fails
	 */
	public void writeTo(OutputStream out) throws IOException {
		for (byte[] chunk : this.chunks) {
			out.write(chunk);
		}
	}

	/**
	 * The format of a rendered report.
	 *
	 * @param name the name, such as {@code "text"}
	 * @param mediaType the media type with its charset
	 * @param extension the extension of files, without a dot
	 */
	public record Format(String name, String mediaType, String extension) {

	}

	/**
	 * Writes a report to a stream.
	 */
	@FunctionalInterface
	public interface Writer {

		/**
		 * Write the report.
		 * @param out where to write
		 * @throws IOException if the output fails
		 */
		void writeTo(OutputStream out) throws IOException;

	}

	/**
	 * Keeps what is written in chunks, so that a long report needs no long array.
	 */
	private static final class Chunks extends OutputStream {

		private final List<byte[]> full = new ArrayList<>();

		private byte[] chunk = new byte[CHUNK];

		private int length;

		@Override
		public void write(int b) {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int count) {
			for (int done = 0; done < count;) {
				int part = Math.min(count - done, CHUNK - this.length);
				System.arraycopy(bytes, offset + done, this.chunk, this.length, part);
				this.length += part;
				done += part;
				startNextIfFull();
			}
		}

		private void startNextIfFull() {
			if (this.length == CHUNK) {
				this.full.add(this.chunk);
				this.chunk = new byte[CHUNK];
				this.length = 0;
			}
		}

		List<byte[]> chunks() {
			this.full.add(Arrays.copyOf(this.chunk, this.length));
			return List.copyOf(this.full);
		}

	}

}
