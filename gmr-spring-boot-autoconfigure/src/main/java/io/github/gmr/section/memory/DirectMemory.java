package io.github.gmr.section.memory;

import java.lang.management.BufferPoolMXBean;
import java.util.List;

import javax.management.JMException;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.hotspot.HotSpotFlags;

/**
 * The memory of direct buffers and how much of it there may be: as much as
 * {@code -XX:MaxDirectMemorySize} says, or else as the heap may have.
 */
final class DirectMemory {

	static final Check CHECK = new Check("direct-memory-full");

	private static final String FLAG = "-XX:MaxDirectMemorySize=";

	private final HotSpotFlags flags;

	private final List<BufferPoolMXBean> buffers;

	DirectMemory(HotSpotFlags flags, List<BufferPoolMXBean> buffers) {
		this.flags = flags;
		this.buffers = buffers;
	}

	/**
	 * Look whether it is nearly used up.
	 * @param percent from where on it is
	 * @return the result
	 * @throws JMException if this JVM does not tell
	 */
	Check.Result check(int percent) throws JMException {
		long used = 0;
		for (BufferPoolMXBean pool : this.buffers) {
			used += pool.getName().equals("direct") ? pool.getTotalCapacity() : 0;
		}
		Share share = new Share(used, max());
		Finding finding = Content
			.warning("Direct buffers take up %s of %s that they may", new ByteSize(share.part()),
					new ByteSize(share.whole()))
			.evidence("used", new ByteSize(share.part()))
			.evidence("max", new ByteSize(share.whole()))
			.next(MemorySection.TITLE);
		return CHECK.of(share.reaches(percent) ? finding : null, Level.of(share, percent));
	}

	private long max() throws JMException {
		long max = 0;
		for (String flag : this.flags.all()) {
			max = flag.startsWith(FLAG) ? Long.parseLong(flag.substring(FLAG.length())) : max;
		}
		return (max > 0) ? max : Runtime.getRuntime().maxMemory();
	}

}
