package io.github.gmr.section.host;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.github.gmr.section.process.NumberFile;
import io.github.gmr.section.process.ProcFiles;
import org.jspecify.annotations.Nullable;

/**
 * A control group of version 2, where all controllers share one tree.
 */
final class ControlGroupV2 implements ControlGroup {

	static final String MOUNT = "sys/fs/cgroup";

	private static final String PREFIX = "0::";

	private final MachineFiles files;

	private final List<String> directories;

	private final NumberFile memoryEvents;

	private final NumberFile cpuCounts;

	ControlGroupV2(MachineFiles files, List<String> groups) {
		this.files = files;
		String path = groups.stream()
			.filter((group) -> group.startsWith(PREFIX))
			.map((group) -> group.substring(PREFIX.length()))
			.findFirst()
			.orElse("/");
		this.directories = ControlGroup.directories(files, MOUNT, path);
		this.memoryEvents = files.numbers(file("memory.events"));
		this.cpuCounts = files.numbers(file("cpu.stat"));
	}

	@Override
	public int version() {
		return 2;
	}

	@Override
	public @Nullable Long memoryLimit() {
		return this.directories.stream()
			.map((directory) -> this.files.number(directory + "/memory.max"))
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	@Override
	public @Nullable Long workingSet() {
		return ControlGroup.difference(number("memory.current"), number("memory.stat", "inactive_file "));
	}

	@Override
	public @Nullable Long memoryKills() {
		return this.memoryEvents.read().number("oom_kill ");
	}

	/**
	 * Return the quota, such as {@code "150000 100000"} for one and a half.
	 */
	@Override
	public @Nullable Double cpus() {
		List<String> lines = this.files.lines(file("cpu.max"));
		String[] quota = lines.isEmpty() ? new String[0] : lines.get(0).split(" ");
		Long time = (quota.length == 2) ? ProcFiles.number(quota[0]) : null;
		Long period = (quota.length == 2) ? ProcFiles.number(quota[1]) : null;
		return (time != null && period != null && period > 0) ? Double.valueOf((double) time / period) : null;
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
		return number("pids.current");
	}

	@Override
	public @Nullable Long threadLimit() {
		return number("pids.max");
	}

	private @Nullable Long number(String name) {
		return this.files.number(file(name));
	}

	private @Nullable Long number(String name, String word) {
		return this.files.number(file(name), word);
	}

	private String file(String name) {
		return (this.directories.isEmpty() ? MOUNT : this.directories.get(0)) + "/" + name;
	}

}
