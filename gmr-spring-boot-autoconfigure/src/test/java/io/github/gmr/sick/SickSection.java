package io.github.gmr.sick;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.gmr.content.Content;
import io.github.gmr.section.ReportSection;

/**
 * Sections as applications should not write them, and one that is well.
 */
enum SickSection implements ReportSection {

	SLEEPS {

		@Override
		public Content content() throws Exception {
			Thread.sleep(Long.MAX_VALUE);
			return Content.text("awake");
		}

	},

	SLEEPS_ON {

		@Override
		public Content content() {
			while (true) {
				LockSupport.parkNanos(this, Long.MAX_VALUE);
				Thread.interrupted();
			}
		}

	},

	SPINS {

		@Override
		public Content content() {
			long turns = 0;
			while (turns >= 0) {
				turns = (turns + 1) & Long.MAX_VALUE;
			}
			return Content.text("dizzy");
		}

	},

	WAITS_FOR_MONITOR {

		@Override
		public Content content() {
			Locks.holdForEver(this);
			synchronized (this) {
				return Content.text("entered");
			}
		}

	},

	THROWS {

		@Override
		public Content content() {
			throw new IllegalStateException("out of order");
		}

	},

	THROWS_CHECKED {

		@Override
		public Content content() throws Exception {
			throw new IOException("no such disk", new IllegalArgumentException("sdz"));
		}

	},

	ASSERTS {

		@Override
		public Content content() {
			throw new AssertionError("never happens");
		}

	},

	LACKS_CLASS {

		@Override
		public Content content() {
			throw new NoClassDefFoundError("com/acme/Gone");
		}

	},

	MISLINKS {

		@Override
		public Content content() {
			throw new LinkageError("loader constraint violation");
		}

	},

	DIES {

		@Override
		@SuppressWarnings("removal")
		public Content content() {
			throw new ThreadDeath();
		}

	},

	OVERFLOWS {

		@Override
		public Content content() {
			return name().isEmpty() ? Content.text("end") : content();
		}

	},

	OVERFLOWS_IN_TO_STRING {

		@Override
		public Content content() {
			return Content.fields((fields) -> fields.add("endless", new Endless()).add("next", "is told"));
		}

	},

	FAILS_TO_FAIL {

		@Override
		public Content content() {
			throw new UntoldException();
		}

	},

	FAILS_SLOWLY {

		@Override
		public Content content() {
			throw new UnendingException();
		}

	},

	FILLS_HEAP {

		@Override
		public Content content() {
			List<byte[]> heap = new ArrayList<>();
			while (true) {
				heap.add(new byte[64 * 1024]);
			}
		}

	},

	GATHERS {

		@Override
		public Content content() {
			return Content.fields((fields) -> {
				fields.add("said", "before");
				fields.add("gathered", Heap.gather().size());
			});
		}

	},

	TAKES_HEAP {

		@Override
		public Content content() {
			Heap.take();
			throw new OutOfMemoryError("nothing left");
		}

	},

	INTERRUPTS_ITSELF {

		@Override
		public Content content() {
			Thread.currentThread().interrupt();
			return Content.text("interrupted");
		}

	},

	IS_HUGE {

		@Override
		public Content content() {
			String line = "x".repeat(65_000);
			return Content.items(Stream.generate(() -> line).limit(800).toList());
		}

	},

	IS_LONG {

		@Override
		public Content content() {
			return Content.items(Stream.generate(() -> "x".repeat(4000)).limit(100).toList());
		}

	},

	IS_LARGE {

		@Override
		public Content content() {
			return Content.items(Stream.generate(() -> "x".repeat(4000)).limit(2000).toList());
		}

	},

	NEVER_STOPS_ADDING {

		@Override
		public Content content() {
			return Content.fields((fields) -> {
				for (long i = 0; i >= 0; i++) {
					fields.add("entry " + i, i);
				}
			});
		}

	},

	NEVER_ENDS {

		@Override
		public Content content() {
			return Content.items(() -> Stream.<Object>iterate(0, (i) -> i).iterator());
		}

	},

	IS_CYCLIC {

		@Override
		public Content content() {
			Map<String, Object> cycle = new LinkedHashMap<>();
			cycle.put("self", cycle);
			return Content.of(cycle);
		}

	},

	IS_DEEP {

		@Override
		public Content content() {
			List<Object> deep = List.of("bottom");
			for (int i = 0; i < 100_000; i++) {
				deep = List.of(deep);
			}
			return Content.of(deep);
		}

	},

	CHANGES {

		@Override
		public Content content() {
			List<Integer> changing = new ArrayList<>(List.of(1, 2, 3));
			Iterable<Integer> changed = () -> {
				Iterator<Integer> iterator = changing.iterator();
				changing.add(4);
				return iterator;
			};
			return Content.fields((fields) -> fields.add("changing", changed).add("next", "is told"));
		}

	},

	WELL {

		@Override
		public Content content() throws Exception {
			boolean interrupted = Thread.currentThread().isInterrupted();
			Thread.sleep(1);
			return Content.fields((fields) -> fields.add("interrupted", interrupted));
		}

	};

	/**
	 * Return the name of the section's bean.
	 * @return the name, such as {@code "fills-heap"}
	 */
	String beanName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public String title() {
		StringBuilder title = new StringBuilder();
		for (String word : beanName().split("-")) {
			title.append(title.isEmpty() ? "" : " ").append(word.substring(0, 1).toUpperCase(Locale.ROOT));
			title.append(word.substring(1));
		}
		return title.toString();
	}

	static SickSection ofBean(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	private static final class Endless {

		@Override
		public String toString() {
			return "and " + this;
		}

	}

	private static final class UntoldException extends RuntimeException {

		@Override
		public String getMessage() {
			throw new IllegalStateException("no message");
		}

		@Override
		public String toString() {
			throw new StackOverflowError();
		}

	}

	private static final class UnendingException extends RuntimeException {

		@Override
		public String getMessage() {
			Locks.waitForEver();
			return "never told";
		}

	}

}
