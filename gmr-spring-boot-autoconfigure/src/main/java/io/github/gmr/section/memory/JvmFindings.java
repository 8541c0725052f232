package io.github.gmr.section.memory;

import java.lang.management.ClassLoadingMXBean;
import java.time.Duration;

import io.github.gmr.content.Check;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.hotspot.HotSpotCommands;
import io.github.gmr.section.hotspot.HotSpotFlags;
import io.github.gmr.section.pulse.FigureSource.Figures;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.worker.Workers;

/**
 * Finds out what the JVM lacks beside the heap, from what HotSpot says about itself.
 */
final class JvmFindings {

	static final Check[] CHECKS = { DirectMemory.CHECK, CodeCache.CHECK, ThrownErrors.CHECK, ClassLoaders.CHECK };

	private static final Duration RENEWAL = Duration.ofSeconds(10);

	/**
	 * How often the JVM is asked between reports.
	 */
	private static final Duration SELDOM = Duration.ofMinutes(1);

	private final HotSpotCommands commands;

	private final Trends trends;

	/**
	 * Not the one of reports, which need fresh answers.
	 */
	private final FollowedErrors followed;

	private final DirectMemory direct;

	private final ClassLoadingMXBean classes;

	private final SlowCommand information;

	private final SlowCommand loaders;

	JvmFindings(MemoryBeans beans, HotSpotFlags flags, HotSpotCommands commands, Workers workers, Trends trends) {
		this(commands, new DirectMemory(flags, beans.buffers()), beans.classes(),
				new SlowCommand("vmInfo", commands, workers, RENEWAL),
				new SlowCommand("vmClassloaderStats", commands, workers, RENEWAL),
				new FollowedErrors(new SlowCommand("vmInfo", commands, workers, SELDOM), beans.collectors()), trends);
	}

	private JvmFindings(HotSpotCommands commands, DirectMemory direct, ClassLoadingMXBean classes,
			SlowCommand information, SlowCommand loaders, FollowedErrors followed, Trends trends) {
		this.followed = followed;
		this.trends = trends;
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
		return new JvmFindings(this.commands, this.direct, this.classes, this.information.anew(), this.loaders.anew(),
				this.followed, this.trends);
	}

	/**
	 * Count the errors that were thrown, once in a minute at most: a count of before says
	 * nothing of now.
	 * @param figures take the count
	 */
	void read(Figures figures) {
		figures.count(ThrownErrors.FIGURE, this.followed::next);
	}

	void addTo(FieldsBuilder fields, int directThreshold) {
		fields.check(DirectMemory.CHECK, () -> this.direct.check(directThreshold));
		fields.check(CodeCache.CHECK, () -> CodeCache.check(this.commands.run("compilerCodecache")));
		fields.check(ThrownErrors.CHECK, () -> ThrownErrors.of(this.information.answer()).check(this.trends));
		fields.check(ClassLoaders.CHECK, () -> ClassLoaders.check(this.classes.getLoadedClassCount(), this.loaders));
	}

}
