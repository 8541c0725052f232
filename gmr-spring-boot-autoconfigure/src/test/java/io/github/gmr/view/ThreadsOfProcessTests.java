package io.github.gmr.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the text of the thread sections of whole processes.
 */
class ThreadsOfProcessTests {

	/**
	 * Threads that the JVM hides from Java.
	 */
	private static final Pattern HIDDEN = Pattern.compile(
			"#\\d+ (?:C[12] CompilerThread\\d+|Service Thread|Sweeper thread|Monitor Deflation Thread|StringDedupThread) .*");

	@Test
	void threadsWhenAtRestAreThoseOfHotSpot() throws Exception {
		try (Patient patient = new Patient("rest")) {
			patient.jcmd("Thread.print");
			Set<String> ours = threads(patient.ask("threads"));
			Set<String> theirs = threads(patient.jcmd("Thread.print"));
			theirs.removeIf(HIDDEN.asMatchPredicate());
			assertThat(ours).isEqualTo(theirs).anyMatch((thread) -> thread.endsWith(" patient-blocked BLOCKED"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "patient-parked", "patient-holder", "patient-blocked" })
	void threadsWhenAtRestHaveStateStackAndLocksOfHotSpot(String name) throws Exception {
		try (Patient patient = new Patient("rest")) {
			String ours = patient.ask("threads");
			assertThat(stack(ours, name)).isEqualTo(stack(patient.jcmd("Thread.print"), name)).contains("\n\tat ");
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 25)
	void greenThreadsWhenAtRestAreThoseOfJdk(@TempDir Path directory) throws Exception {
		try (Patient patient = new Patient("rest")) {
			Set<String> ours = threads(patient.ask("green-threads"));
			Path file = directory.resolve("dump.json");
			patient.jcmd("Thread.dump_to_file", "-format=json", file.toString());
			Set<String> theirs = new TreeSet<>();
			Matcher thread = Pattern.compile(
					"\"tid\": \"(\\d+)\",[^{}]*?\"virtual\": true,[^{}]*?\"name\": \"(.*)\",\\s*\"state\": \"(\\w+)\"")
				.matcher(Files.readString(file));
			while (thread.find()) {
				theirs.add("#%s %s %s".formatted(thread.group(1), thread.group(2), thread.group(3)));
			}
			assertThat(ours).isEqualTo(theirs).hasSize(16);
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 25)
	void greenThreadsWhenStartedByExecutorHaveSubtotal() throws Exception {
		try (Patient patient = new Patient("rest")) {
			assertThat(patient.ask("green-threads")).contains("threads = 16\n", "  <root> = 11\n")
				.containsPattern("(?m)^  java.util.concurrent.ThreadPerTaskExecutor@[0-9a-f]+ = 5$")
				.containsPattern("most wanted lock = <0x[0-9a-f]{16}> \\(a java.lang.Object\\), wanted by 1, "
						+ "held by \"patient-holder\" #\\d+\n")
				.containsPattern(
						"waiting to lock <0x[0-9a-f]{16}> \\(a java.lang.Object\\) owned by \"patient-holder\" #")
				.containsPattern("scheduler = \n  parallelism = \\d+\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "virtual-deadlock", "mixed-deadlock", "lock-deadlock" })
	@EnabledForJreRange(minVersion = 25)
	void greenThreadsWhenDeadlockedRaiseFinding(String state) throws Exception {
		try (Patient patient = new Patient(state)) {
			String text = patient.ask("green-threads");
			assertThat(text).startsWith("finding = CRITICAL: Deadlock of 2 threads (see Green Threads)\n");
			String finding = text.lines().limit(3).collect(Collectors.joining("\n"));
			assertThat(finding).containsPattern(waits("dead-1", "dead-2"))
				.containsPattern(waits("dead-2", "dead-1"))
				.contains(" at io.github.gmr.view.ThreadPatient.");
			assertThat(patient.ask("threads")).doesNotContain("Deadlock of");
		}
	}

	@Test
	void threadsWhenDeadlockedRaiseFinding() throws Exception {
		try (Patient patient = new Patient("monitor-deadlock")) {
			String finding = patient.ask("threads").lines().limit(3).collect(Collectors.joining("\n"));
			assertThat(finding).startsWith("finding = CRITICAL: Deadlock of 2 threads (see Threads)\n")
				.containsPattern(waits("dead-1", "dead-2"))
				.containsPattern(waits("dead-2", "dead-1"))
				.contains(" at io.github.gmr.view.ThreadPatient.");
			assertThat(patient.ask("green-threads")).doesNotContain("Deadlock of");
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void greenThreadsWhenVeryManyAreCountedExactlyInShortText() throws Exception {
		try (Patient patient = new Patient("100000", "-Xmx1g")) {
			String text = patient.ask("green-threads");
			assertThat(text).contains("threads = 100000\n", "... 99900 more threads with this stack\n");
			assertThat(text).hasSizeLessThan(16_384);
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void greenThreadsWhenNotTrackedSaysHowManyAreHidden() throws Exception {
		try (Patient patient = new Patient("50", "-Djdk.trackAllThreads=false")) {
			assertThat(patient.ask("green-threads")).contains("threads = 0\n",
					"hidden = 50 threads that no executor has started (-Djdk.trackAllThreads=false)\n");
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void greenThreadsWhenTimeIsUpComeBackInTime() throws Exception {
		try (Patient patient = new Patient("200000", "-Xmx2g")) {
			String text = patient.ask("green-threads-2s");
			assertThat(text).containsPattern("threads = (at least \\d+, cut after 2000 ms|200000)\n");
			assertThat(patient.ask("green-threads-2s")).contains("\nFull thread dump ");
		}
	}

	private static Pattern waits(String waiter, String holder) {
		return Pattern.compile(
				"\"%s\" #\\d+( at io.github.gmr.[^ ]+)? waits for <0x[0-9a-f]{16}> \\(a [\\w.$]+\\) held by \"%s\" #\\d+"
					.formatted(waiter, holder));
	}

	/**
	 * Cut a thread's state, stack and locks out of a dump. HotSpot tells the address of a
	 * lock where Java knows its identity hash code only, and does not tell the owner.
	 */
	private static String stack(String dump, String name) {
		Matcher thread = Pattern.compile("(?m)^\"%s\" .*\n((?:[ \t]+.*\n)+)".formatted(name)).matcher(dump);
		assertThat(thread.find()).as(name).isTrue();
		return thread.group(1).replaceAll("<0x[0-9a-f]{16}>", "<>").replaceAll(" owned by \".*", "");
	}

	/**
	 * Read the threads of a dump as other tools do: name, identifier, state.
	 */
	private static Set<String> threads(String dump) {
		Set<String> threads = new TreeSet<>();
		Matcher state = Pattern.compile("(?m)^((?:\"[^\n]*\n)+)   java.lang.Thread.State: (\\w+)").matcher(dump);
		while (state.find()) {
			Matcher thread = Pattern.compile("(?m)^\"(.*)\" #(\\d+) ").matcher(state.group(1));
			while (thread.find()) {
				threads.add("#%s %s %s".formatted(thread.group(2), thread.group(1), state.group(2)));
			}
		}
		return threads;
	}

}
