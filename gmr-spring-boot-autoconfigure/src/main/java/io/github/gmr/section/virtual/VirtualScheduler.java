package io.github.gmr.section.virtual;

import java.lang.management.ManagementFactory;

import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the JVM's scheduler of virtual threads, which JDK 24 and newer have.
 *
 * @param parallelism how many carriers it wants to run
 * @param poolSize how many carriers there are
 * @param mounted how many virtual threads are on a carrier
 * @param queued how many virtual threads wait for a carrier
 */
record VirtualScheduler(long parallelism, long poolSize, long mounted, long queued) {

	/**
	 * The check for carriers that are kept by virtual threads which wait.
	 */
	static final Check CARRIERS = new Check("carriers-pinned");

	private static final String NAME = "jdk.management:type=VirtualThreadScheduler";

	private static final String[] ATTRIBUTES = { "Parallelism", "PoolSize", "MountedVirtualThreadCount",
			"QueuedVirtualThreadCount" };

	/**
	 * Read the figures.
	 * @return the figures, or {@code null} if this JVM does not have them
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
	 * Look whether virtual threads wait for a carrier while others keep all of them and
	 * wait, too. Where carriers are merely busy it is a matter of time only.
	 * @param pinned how many virtual threads keep a carrier and wait
	 * @param place where one of them is
	 * @return the result
	 */
	Check.Result check(long pinned, String place) {
		Finding finding = (pinned >= this.parallelism && this.queued > 0) ? Content.warning(
				"%d virtual threads wait for a carrier, but %d others wait and keep theirs, of which there should be %d: one is at %s",
				this.queued, pinned, this.parallelism, place)
			.place(place)
			.evidence("queued", this.queued)
			.evidence("pinned", pinned)
			.evidence("parallelism", this.parallelism)
			.next(GreenThreadsSection.TITLE) : null;
		return CARRIERS.of(finding, Level.of(pinned, this.parallelism, "carriers"));
	}

}
