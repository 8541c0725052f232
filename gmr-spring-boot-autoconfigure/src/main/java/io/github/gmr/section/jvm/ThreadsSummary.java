package io.github.gmr.section.jvm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.FieldsBuilder;

/**
 * Says about all platform threads what should be read first.
 */
final class ThreadsSummary {

	private final ThreadMXBean bean = ManagementFactory.getThreadMXBean();

	private final ThreadsOptions options;

	private final ThreadSnapshot snapshot;

	ThreadsSummary(ThreadsOptions options, ThreadSnapshot snapshot) {
		this.options = options;
		this.snapshot = snapshot;
	}

	Fields fields() {
		return Content.fields((fields) -> {
			addDeadlocks(fields);
			addCounts(fields);
			addOmissions(fields);
		});
	}

	private void addDeadlocks(FieldsBuilder fields) {
		List<LockWait> waits = this.snapshot.threads()
			.stream()
			.map(PlatformLocks::waitOf)
			.filter(Objects::nonNull)
			.toList();
		LockCycle.find(waits).forEach((cycle) -> fields.add(cycle.finding("Threads")));
	}

	private void addCounts(FieldsBuilder fields) {
		List<ThreadInfo> threads = this.snapshot.threads();
		fields.add("threads", threads.size());
		fields.add("daemon", threads.stream().filter(ThreadInfo::isDaemon).count());
		fields.attempt("peak", this.bean::getPeakThreadCount);
		fields.attempt("started", this.bean::getTotalStartedThreadCount);
		fields.add("states", Content.fields(states(threads)));
	}

	private void addOmissions(FieldsBuilder fields) {
		List<ThreadInfo> reporters = this.snapshot.reporters();
		if (!reporters.isEmpty()) {
			fields.add("left out",
					reporters.stream()
						.map(ThreadInfo::getThreadName)
						.collect(Collectors.joining(", ", "", " (they make this report)")));
		}
		long cut = this.snapshot.threads()
			.stream()
			.filter((thread) -> thread.getStackTrace().length > this.options.maxDepth())
			.count();
		if (cut > 0) {
			fields.add("cut", "%d stacks after %d frames".formatted(cut, this.options.maxDepth()));
		}
	}

	private static Map<String, Long> states(List<ThreadInfo> threads) {
		return threads.stream()
			.collect(Collectors.groupingBy(ThreadInfo::getThreadState, () -> new EnumMap<>(Thread.State.class),
					Collectors.counting()))
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().name(), Map.Entry::getValue, Long::sum,
					LinkedHashMap::new));
	}

}
