package io.github.gmr.section.activity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Activities} with stacks of the JDK and of libraries that were
 * recorded.
 */
class RecordedWaitsTests {

	private static final ApplicationCode CODE = new ApplicationCode(List.of("io.github.gmr.recorder"));

	/**
	 * What takes a disk or a system that hangs: the frames are as the sources of JDK 17
	 * and 25 have them, in {@code FileDispatcherImpl}, {@code UnixFileDispatcherImpl},
	 * {@code FileDescriptor} and {@code MappedMemoryUtils}; in {@code NativePRNG} and
	 * {@code SeedGenerator}.
	 */
	private static final List<String> BY_SOURCE = List.of("waits until a file is on the disk",
			"waits for random numbers of the system");

	private final Activities activities = new Activities(CODE);

	static List<RecordedStack> recordedStackHasItsKind() {
		return RecordedStack.all();
	}

	@ParameterizedTest
	@MethodSource
	void recordedStackHasItsKind(RecordedStack stack) {
		Activity activity = this.activities.of(stack.state(), stack.frames());
		assertThat(activity.kind().label() + ": " + activity.words()).isEqualTo(stack.expected());
	}

	/**
	 * Counts what waits, leaving those out that are idle or run.
	 */
	@Test
	void hardlyAnyRecordedStackIsUnknown() {
		List<ActivityKind> waiting = RecordedStack.all()
			.stream()
			.map((stack) -> this.activities.of(stack.state(), stack.frames()).kind())
			.filter(ActivityKind::isWaiting)
			.toList();
		long unknown = waiting.stream().filter((kind) -> kind == ActivityKind.UNKNOWN).count();
		assertThat(waiting).hasSizeGreaterThan(300);
		assertThat(100.0 * unknown / waiting.size()).as("%d of %d", unknown, waiting.size()).isLessThan(5);
	}

	@Test
	void everyEntryIsUsedByRecordedStack() {
		Set<Wait> unused = new LinkedHashSet<>(WaitCatalogue.ALL.waits());
		RecordedStack.all().forEach((stack) -> unused.removeAll(used(stack)));
		assertThat(unused).extracting(Wait::words).containsExactlyInAnyOrderElementsOf(BY_SOURCE);
	}

	private static List<Wait> used(RecordedStack stack) {
		List<Wait> used = new ArrayList<>();
		ActivityReading reading = new ActivityReading(stack.state(), stack.frames());
		for (String frame : stack.frames()) {
			KnownFrame known = new KnownFrame(WaitCatalogue.ALL.of(frame), CODE.origin(frame), List.of());
			if (known.origin().mayBeOwn()) {
				break;
			}
			Wait wait = reading.next(frame, known);
			if (wait != null) {
				used.add(wait);
			}
		}
		return used;
	}

}
