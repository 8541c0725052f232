package io.github.gmr.section.runtime;

import io.github.gmr.section.host.ControlGroup;
import io.github.gmr.section.pulse.FigureSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts of what happens to the container. Whether there is one, and whether it has a
 * quota, is found out once: to look costs more than to read the counts.
 *
 * @param group has the counts, {@code null} if there is no container
 * @param quota whether its CPUs are limited
 */
record ContainerFigures(@Nullable ControlGroup group, boolean quota) implements FigureSource {

	static ContainerFigures of(@Nullable ControlGroup group) {
		return new ContainerFigures(group, group != null && group.cpus() != null);
	}

	@Override
	public void read(Figures figures) {
		if (this.group != null) {
			figures.count(Container.KILLED, this.group::memoryKills);
		}
		if (this.group != null && this.quota) {
			figures.count(Throttling.PERIODS, this.group::periods);
			figures.count(Throttling.THROTTLED, this.group::throttled);
		}
	}

}
