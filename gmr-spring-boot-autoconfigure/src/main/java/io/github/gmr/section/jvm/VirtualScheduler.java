package io.github.gmr.section.jvm;

import java.lang.management.ManagementFactory;

import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the JVM's scheduler of virtual threads, told by JDK 24 and newer.
 *
 * @param parallelism how many carriers it wants to run
 * @param poolSize how many carriers there are
 * @param mounted how many virtual threads are on a carrier
 * @param queued how many virtual threads wait for a carrier
 */
record VirtualScheduler(long parallelism, long poolSize, long mounted, long queued) {

	private static final String NAME = "jdk.management:type=VirtualThreadScheduler";

	private static final String[] ATTRIBUTES = { "Parallelism", "PoolSize", "MountedVirtualThreadCount",
			"QueuedVirtualThreadCount" };

	/**
	 * Read the figures.
	 * @return the figures, or {@code null} if this JVM does not tell them
	 * @throws JMException if they cannot be read
	 */
	static @Nullable VirtualScheduler read() throws JMException {
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		long[] values = new long[ATTRIBUTES.length];
		try {
			for (int i = 0; i < values.length; i++) {
				values[i] = ((Number) server.getAttribute(new ObjectName(NAME), ATTRIBUTES[i])).longValue();
			}
		}
		catch (InstanceNotFoundException ex) {
			return null;
		}
		return new VirtualScheduler(values[0], values[1], values[2], values[3]);
	}

	Fields fields() {
		return Content.fields((fields) -> fields.add("parallelism", this.parallelism)
			.add("pool size", this.poolSize)
			.add("mounted", this.mounted)
			.add("queued", this.queued));
	}

	/**
	 * Return a finding if every carrier is taken while more virtual threads wait for one
	 * than there are carriers. Some always wait on a machine that is busy for an instant.
	 * @return the finding, or {@code null}
	 */
	@Nullable Finding finding() {
		return (this.queued > this.parallelism && this.mounted >= this.parallelism) ? Content.info(
				"All %d carriers are taken and %d virtual threads wait for one", this.parallelism, this.queued) : null;
	}

}
