package io.github.gmr.sick;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Heap that is taken and not given back.
 */
final class Heap {

	private static final int MEGABYTE = 1024 * 1024;

	private static final List<byte[]> kept = new ArrayList<>(100_000);

	private static @Nullable byte[] spare;

	private static volatile boolean thrashing;

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
	 * Take nearly all of the heap, in time: it costs many collections to find the last
	 * byte.
	 */
	static void take() {
		fill(MEGABYTE / 4);
		fill(1024);
	}

	/**
	 * Take small objects until that is interrupted, as fast as a query that fetches too
	 * many rows does.
	 * @return the objects
	 */
	static List<Object[]> gather() {
		List<Object[]> gathered = new LinkedList<>();
		while (!Thread.currentThread().isInterrupted()) {
			for (int i = 0; i < 200; i++) {
				gathered.add(new Object[2]);
			}
			LockSupport.parkNanos(10_000);
		}
		return gathered;
	}

	/**
	 * Start two threads that allocate a little all the time, and end when they get
	 * nothing.
	 */
	static void startServing() {
		Locks.start("server-0", Heap::serve);
		Locks.start("server-1", Heap::serve);
		Locks.awaitClass(Heap.class);
	}

	/**
	 * Return what the threads there are have allocated so far.
	 * @return bytes
	 */
	static long allocated() {
		ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
		return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).sum();
	}

	private static void serve() {
		while (true) {
			LockSupport.parkNanos(100_000);
			spare = new byte[4096];
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
		awaitLine();
		empty();
	}

	private static void awaitLine() throws IOException {
		int read = 0;
		while (read != '\n') {
			try {
				read = System.in.read();
			}
			catch (OutOfMemoryError ex) {
				// Some versions of Java cannot even read without allocating something
				LockSupport.parkNanos(50_000_000);
			}
		}
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
	 * Take all of the heap but for some, and let threads allocate as much as they can in
	 * what is left.
	 * @param megabytes what to leave
	 */
	static void thrash(int megabytes) {
		fillBut(megabytes);
		thrashing = true;
		for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
			Locks.start("thrasher-" + i, Heap::allocateUntilEmpty);
		}
		Locks.awaitClass(Garbage.class);
	}

	/**
	 * Give everything back.
	 */
	static void empty() {
		thrashing = false;
		kept.clear();
	}

	private static void allocateUntilEmpty() {
		while (thrashing) {
			try {
				Garbage.make();
			}
			catch (OutOfMemoryError ex) {
				// Goes on, as servers do
			}
		}
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

	/**
	 * What nobody needs.
	 */
	private static final class Garbage {

		private static volatile byte @Nullable [] last;

		private static void make() {
			for (int i = 0; i < 100; i++) {
				last = new byte[16 * 1024];
			}
		}

	}

}
