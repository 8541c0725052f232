package io.github.gmr.section.memory;

import java.lang.management.ClassLoadingMXBean;

import io.github.gmr.content.Check;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.hotspot.HotSpotCommands;
import io.github.gmr.section.hotspot.HotSpotFlags;
import io.github.gmr.worker.Workers;

/**
 * Finds out what the JVM lacks beside the heap, from what HotSpot says about itself.
 */
final class JvmFindings {

	static final Check[] CHECKS = { DirectMemory.CHECK, CodeCache.CHECK, ThrownErrors.CHECK, ClassLoaders.CHECK };

	private final HotSpotCommands commands;

	private final DirectMemory direct;

	private final ClassLoadingMXBean classes;

	private final SlowCommand information;

	private final SlowCommand loaders;

	JvmFindings(MemoryBeans beans, HotSpotFlags flags, HotSpotCommands commands, Workers workers) {
		this(commands, new DirectMemory(flags, beans.buffers()), beans.classes(),
				new SlowCommand("vmInfo", commands, workers), new SlowCommand("vmClassloaderStats", commands, workers));
	}

	private JvmFindings(HotSpotCommands commands, DirectMemory direct, ClassLoadingMXBean classes,
			SlowCommand information, SlowCommand loaders) {
		this.commands = commands;
		this.direct = direct;
		this.classes = classes;
		this.information = information;
		this.loaders = loaders;
	}

	/**
	 * Return the same, as if the JVM had never been asked.
	 * @return new findings
	 */
	JvmFindings anew() {
		return new JvmFindings(this.commands, this.direct, this.classes, this.information.anew(), this.loaders.anew());
	}

	void addTo(FieldsBuilder fields, int directThreshold) {
		fields.check(DirectMemory.CHECK, () -> this.direct.check(directThreshold));
		fields.check(CodeCache.CHECK, () -> CodeCache.check(this.commands.run("compilerCodecache")));
		fields.check(ThrownErrors.CHECK, () -> ThrownErrors.check(this.information.answer()));
		fields.check(ClassLoaders.CHECK, () -> ClassLoaders.check(this.classes.getLoadedClassCount(), this.loaders));
	}

}
