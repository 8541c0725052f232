package io.github.gmr.sick;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Heap that is taken and not given back.
 */
final class Heap {

	private static final int MEGABYTE = 1024 * 1024;

	private static final List<byte[]> kept = new ArrayList<>(100_000);

	private static @Nullable byte[] spare;

	private Heap() {
	}

	/**
	 * Take all of the heap but for some.
	 * @param megabytes what to leave
	 */
	static void fillBut(int megabytes) {
		spare = new byte[megabytes * MEGABYTE];
		fill(MEGABYTE / 4);
		fill(16 * 1024);
		spare = null;
	}

	/**
	 * Take the last byte of the heap.
	 */
	static void fill() {
		for (int size = MEGABYTE; size > 0; size /= 16) {
			fill(size);
		}
	}

	/**
	 * Take the last byte of the heap, say so, and give all back after the next line on
	 * stdin. Nothing is allocated in between.
	 */
	static void fillUntilNextLine() throws IOException {
		byte[] full = "full\n".getBytes(StandardCharsets.US_ASCII);
		OutputStream out = new FileOutputStream(FileDescriptor.out);
		fill();
		out.write(full);
		while (System.in.read() != '\n') {
			Thread.onSpinWait();
		}
		empty();
	}

	/**
	 * Allocate and drop.
	 * @param megabytes how much
	 */
	static void allocate(int megabytes) {
		for (int i = 0; i < megabytes; i++) {
			spare = new byte[MEGABYTE];
		}
		spare = null;
	}

	/**
	 * Give everything back.
	 */
	static void empty() {
		kept.clear();
	}

	private static void fill(int size) {
		try {
			while (kept.size() < 99_000) {
				kept.add(new byte[size]);
			}
		}
		catch (OutOfMemoryError ex) {
			// That is what was wanted
		}
	}

}
