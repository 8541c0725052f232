package io.github.gmr.section.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe.SourceChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

import org.jspecify.annotations.Nullable;

/**
 * Reads the source end of a pipe until a deadline.
 */
final class PipeInput extends InputStream {

	private final SourceChannel source;

	private final DumpDeadline deadline;

	private @Nullable Selector selector;

	private long read;

	PipeInput(SourceChannel source, DumpDeadline deadline) throws IOException {
		this.source = source;
		this.deadline = deadline;
		source.configureBlocking(false);
	}

	@Override
	public int read() throws IOException {
		byte[] single = new byte[1];
		return (read(single, 0, 1) > 0) ? single[0] & 0xff : -1;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
		long millis = this.deadline.remainingMillis(this.read);
		int count = this.source.read(buffer);
		while (count == 0 && length > 0) {
			await(millis);
			millis = this.deadline.remainingMillis();
			count = this.source.read(buffer);
		}
		this.read += count;
		return count;
	}

	private void await(long millis) throws IOException {
		if (this.selector == null) {
			this.selector = Selector.open();
			this.source.register(this.selector, SelectionKey.OP_READ);
		}
		this.selector.select(millis);
		this.selector.selectedKeys().clear();
	}

	/**
	 * Close the source end. Closing the selector, too, is what frees its descriptor.
	 */
	@Override
	public void close() throws IOException {
		try (Selector closed = this.selector) {
			this.source.close();
		}
	}

}
