package io.github.gmr.section.host;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.github.gmr.section.process.NumberFile;
import org.jspecify.annotations.Nullable;

/**
 * The control groups of version 1, a tree for each controller.
 */
final class ControlGroupV1 implements ControlGroup {

	/**
	 * What stands for no limit is a little less than the largest number.
	 */
	private static final long NO_LIMIT = Long.MAX_VALUE / 2;

	private final MachineFiles files;

	private final List<String> groups;

	private final NumberFile memoryEvents;

	private final NumberFile cpuCounts;

	ControlGroupV1(MachineFiles files, List<String> groups) {
		this.files = files;
		this.groups = groups;
		this.memoryEvents = files.numbers(file("memory", "memory.oom_control"));
		this.cpuCounts = files.numbers(file("cpu", "cpu.stat"));
	}

	@Override
	public int version() {
		return 1;
	}

	@Override
	public @Nullable Long memoryLimit() {
		return directories("memory").stream()
			.map((directory) -> this.files.number(directory + "/memory.limit_in_bytes"))
			.filter(Objects::nonNull)
			.filter((limit) -> limit < NO_LIMIT)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	@Override
	public @Nullable Long workingSet() {
		return ControlGroup.difference(this.files.number(file("memory", "memory.usage_in_bytes")),
				this.files.number(file("memory", "memory.stat"), "total_inactive_file "));
	}

	@Override
	public @Nullable Long memoryKills() {
		return this.memoryEvents.read().number("oom_kill ");
	}

	@Override
	public @Nullable Double cpus() {
		Long time = this.files.number(file("cpu", "cpu.cfs_quota_us"));
		Long period = this.files.number(file("cpu", "cpu.cfs_period_us"));
		return (time != null && time > 0 && period != null && period > 0) ? Double.valueOf((double) time / period)
				: null;
	}

	@Override
	public @Nullable Long periods() {
		return this.cpuCounts.read().number("nr_periods ");
	}

	@Override
	public @Nullable Long throttled() {
		return this.cpuCounts.read().number("nr_throttled ");
	}

	@Override
	public @Nullable Long threads() {
		return this.files.number(file("pids", "pids.current"));
	}

	@Override
	public @Nullable Long threadLimit() {
		return this.files.number(file("pids", "pids.max"));
	}

	private String file(String controller, String name) {
		List<String> directories = directories(controller);
		return (directories.isEmpty() ? mount(controller) : directories.get(0)) + "/" + name;
	}

	private List<String> directories(String controller) {
		return ControlGroup.directories(this.files, mount(controller), path(controller));
	}

	/**
	 * Returns the path of a line such as {@code "4:cpu,cpuacct:/docker/1f"}.
	 */
	private String path(String controller) {
		return this.groups.stream()
			.map((group) -> group.split(":", 3))
			.filter((parts) -> parts.length == 3 && Arrays.asList(parts[1].split(",")).contains(controller))
			.map((parts) -> parts[2])
			.findFirst()
			.orElse("/");
	}

	private static String mount(String controller) {
		return "sys/fs/cgroup/" + controller;
	}

}
