package io.github.gmr.section.dump;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link ThreadDumpReader}.
 */
class ThreadDumpReaderTests {

	private static final String JDK_25 = """
			{
			  "threadDump": {
			    "processId": "5544",
			    "runtimeVersion": "25.0.3+9-LTS",
			    "threadContainers": [
			      {
			        "container": "<root>",
			        "parent": null,
			        "owner": null,
			        "threads": [
			          {
			            "tid": "3",
			            "name": "main",
			            "state": "RUNNABLE",
			            "stack": [
			            ]
			          },
			          {
			            "tid": "27",
			            "virtual": true,
			            "name": "v\\"\\u00e4\\/",
			            "state": "WAITING",
			            "waitingOn": "com.acme.Queue@185a6e9",
			            "stack": [
			              "java.base\\/java.lang.Object.wait0(Native Method)",
			              "com.acme.Queue.take(Queue.java:10)"
			            ],
			            "monitorsOwned": [
			              {
			                "depth": 1,
			                "locks": [
			                  "com.acme.Queue@185a6e9",
			                  null
			                ]
			              }
			            ],
			            "carrier": "26"
			          }
			        ],
			        "threadCount": "2"
			      }
			    ]
			  }
			}
			""";

	private static final String JDK_21 = """
			{"threadDump": {"processId": "1", "threadContainers": [{"container": "<root>", "parent": null, "threads": [
			 {"tid": "22", "name": "", "stack": ["java.base\\/java.lang.VirtualThread.park(VirtualThread.java:582)",
			   "java.base\\/java.lang.VirtualThread.run(VirtualThread.java:309)"]},
			 {"tid": "23", "name": "carrier", "stack": ["java.base\\/java.lang.Thread.run(Thread.java:1583)"]}],
			 "threadCount": "2"}]}}""";

	private static final String JDK_26 = """
			{"threadDump": {"formatVersion": 2, "processId": 1, "threadContainers": [{"container": "<root>",
			"threads": [{"tid": 30, "virtual": true, "name": "x", "state": "WAITING", "new": {"a": [1, {"b": true}]},
			"parkBlocker": {"object": "java.util.concurrent.locks.ReentrantLock$NonfairSync@ff", "owner": 31},
			"stack": [], "carrier": null}], "threadCount": 1}]}}""";

	@Test
	void readWhenJdk25TellsEverything() throws IOException {
		Recorder dump = read(JDK_25);
		assertThat(dump.events).containsExactly("container <root>", "thread 3 'main' RUNNABLE null false 0 []",
				"thread 27 'v\"ä/' WAITING 26 true 2 [%s, %s]".formatted(
						new ThreadLock(Relation.WAITING_ON, 0, "com.acme.Queue", 0x185a6e9, null),
						new ThreadLock(Relation.LOCKED, 1, "com.acme.Queue", 0x185a6e9, null)),
				"end 2");
		assertThat(dump.stacks.get(1)).isEqualTo("""
				java.base/java.lang.Object.wait0(Native Method)
				com.acme.Queue.take(Queue.java:10)
				""");
	}

	@Test
	void readWhenJdk21KnowsVirtualThreadsByTheirStack() throws IOException {
		assertThat(read(JDK_21).events).containsExactly("container <root>", "thread 22 '' null null true 2 []",
				"thread 23 'carrier' null null false 1 []", "end 2");
	}

	@Test
	void readWhenDumpHasOtherTypesAndUnknownFactsReadsTheRest() throws IOException {
		assertThat(read(JDK_26).events).containsExactly("container <root>",
				"thread 30 'x' WAITING null true 0 [%s]".formatted(new ThreadLock(Relation.PARKING_TO_WAIT_FOR, 0,
						"java.util.concurrent.locks.ReentrantLock$NonfairSync", 0xff, new ThreadLock.Owner(31, null))),
				"end 1");
	}

	@Test
	void readWhenBytesComeOneByOneReadsTheSame() throws IOException {
		InputStream slow = new ByteArrayInputStream(JDK_25.getBytes(StandardCharsets.UTF_8)) {

			@Override
			public int read(byte[] bytes, int offset, int length) {
				return super.read(bytes, offset, Math.min(1, length));
			}

		};
		Recorder recorder = new Recorder();
		new ThreadDumpReader(slow, 256, recorder).read();
		assertThat(recorder.events).isEqualTo(read(JDK_25).events);
	}

	@Test
	void readWhenStackIsDeeperThanLimitTellsDepth() throws IOException {
		Recorder recorder = new Recorder();
		new ThreadDumpReader(stream(JDK_25), 1, recorder).read();
		assertThat(recorder.stacks.get(1)).isEqualTo("java.base/java.lang.Object.wait0(Native Method)\n");
		assertThat(recorder.events.get(2)).contains(" true 2 [");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98 })
	void readWhenDumpEndsEarlyFails(double part) {
		String cut = JDK_25.substring(0, (int) (part * JDK_25.length()));
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(cut));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "Failed: java.io.IOException", "\u0000\u0001", "{\"threadDump\": 1", "}" })
	void readWhenItIsNoDumpFails(String text) {
		assertThatIOException().isThrownBy(() -> read(text));
	}

	@Test
	void readWhenNumberIsNoneFails() {
		assertThatIOException().isThrownBy(() -> read(JDK_25.replace("\"27\"", "\"x\"")))
			.withMessage("The dump has 'x' in the place of a number");
	}

	private static Recorder read(String dump) throws IOException {
		Recorder recorder = new Recorder();
		new ThreadDumpReader(stream(dump), 256, recorder).read();
		return recorder;
	}

	private static InputStream stream(String dump) {
		return new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8));
	}

	private static final class Recorder implements ThreadDumpReader.Visitor {

		private final List<String> events = new ArrayList<>();

		private final List<String> stacks = new ArrayList<>();

		@Override
		public void container(String name) {
			this.events.add("container " + name);
		}

		@Override
		public void thread(DumpedThread thread) {
			this.events.add("thread %d '%s' %s %s %s %d %s".formatted(thread.id(), thread.name(), thread.state(),
					thread.carrier(), thread.virtual(), thread.depth(), thread.locks()));
			this.stacks.add(thread.stack().toString());
		}

		@Override
		public void containerEnd(long threads) {
			this.events.add("end " + threads);
		}

	}

}
