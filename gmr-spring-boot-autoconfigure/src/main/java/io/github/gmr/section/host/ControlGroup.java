package io.github.gmr.section.host;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the control groups of Linux, of either version, let this process have. What is not
 * known is {@code null}. What happens to the group is read without allocating much, again
 * and again. Not thread-safe.
 */
public interface ControlGroup {

	/**
	 * Return the version of the control groups.
	 * @return 1 or 2
	 */
	int version();

	/**
	 * Return the smallest memory limit of the group and those around it.
	 * @return the limit in bytes
	 */
	@Nullable Long memoryLimit();

	/**
	 * Return the memory in use that cannot be had back by forgetting files.
	 * @return the memory in bytes
	 */
	@Nullable Long workingSet();

	/**
	 * Return how many processes of the group were killed for lack of memory.
	 * @return the number of processes
	 */
	@Nullable Long memoryKills();

	/**
	 * Return how many CPUs the group may use.
	 * @return the number of CPUs, which may be a fraction
	 */
	@Nullable Double cpus();

	/**
	 * Return how many periods the quota of the CPUs was in force.
	 * @return the number of periods since the group exists
	 */
	@Nullable Long periods();

	/**
	 * Return in how many periods the quota of the CPUs was used up.
	 * @return the number of periods since the group exists
	 */
	@Nullable Long throttled();

	/**
	 * Return how many threads the group has.
	 * @return the number of threads
	 */
	@Nullable Long threads();

	/**
	 * Return how many threads the group may have.
	 * @return the number of threads
	 */
	@Nullable Long threadLimit();

	/**
	 * Read the group of this process.
	 * @param files where to read
	 * @return the group, or {@code null} if there is none
	 */
	static @Nullable ControlGroup read(MachineFiles files) {
		List<String> groups = files.lines("proc/self/cgroup");
		if (files.exists(ControlGroupV2.MOUNT + "/cgroup.controllers")) {
			return new ControlGroupV2(files, groups);
		}
		return files.exists("sys/fs/cgroup/memory") ? new ControlGroupV1(files, groups) : null;
	}

	/**
	 * Return the directory of a group and those around it, the innermost first. In a
	 * container a group may have a path of the host that does not exist there; the mount
	 * itself is the group then.
	 * @param files where to look
	 * @param mount the directory where the groups are mounted
	 * @param path the path of the group
	 * @return the directories
	 */
	static List<String> directories(MachineFiles files, String mount, String path) {
		String group = (path.equals("/") || path.contains("..")) ? "" : path;
		return Stream
			.iterate(group, Objects::nonNull,
					(inner) -> inner.isEmpty() ? null : inner.substring(0, Math.max(0, inner.lastIndexOf('/'))))
			.map((inner) -> mount + inner)
			.filter(files::exists)
			.toList();
	}

	/**
	 * Return what is used without what can be had back.
	 * @param used what is used
	 * @param reclaimable the part that can be had back
	 * @return the difference, not negative
	 */
	static @Nullable Long difference(@Nullable Long used, @Nullable Long reclaimable) {
		return (used != null) ? Long.valueOf(used - ((reclaimable != null) ? Math.min(used, reclaimable) : 0)) : null;
	}

}
