package io.github.gmr.section.memory;

import java.time.Duration;

/**
 * When the section about memory raises findings, in percent.
 *
 * @param heap of the heap, or its old generation, that is in use after a collection
 * @param metaspace of the metaspace that is in use
 * @param direct of the memory for direct buffers that is in use
 * @param collecting of the time that passes in garbage collections
 * @param pause how long the application may stand still for a collection
 */
public record MemoryOptions(int heap, int metaspace, int direct, int collecting, Duration pause) {

	/**
	 * 90 percent of the heap, of the metaspace and of direct memory, 10 percent of the
	 * time, 2 s.
	 */
	public static final MemoryOptions DEFAULT = new MemoryOptions(90, 90, 90, 10, Duration.ofSeconds(2));

}
