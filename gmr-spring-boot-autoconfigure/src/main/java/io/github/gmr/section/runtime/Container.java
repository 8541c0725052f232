package io.github.gmr.section.runtime;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.host.ControlGroup;
import io.github.gmr.section.memory.MemorySection;
import io.github.gmr.section.pulse.Trends;
import io.github.gmr.section.pulse.Trends.Rise;

/**
 * What the container lets this process have. For one section, which is asked by one
 * thread at a time.
 */
final class Container {

	static final Check MEMORY = new Check("container-memory-full");

	static final Check KILLS = new Check("oom-kill-seen");

	private static final String NO_LIMIT = "none";

	static final String KILLED = "killed for lack of memory";

	private final RuntimeOptions options;

	private final Trends trends;

	private final Throttling throttling;

	Container(RuntimeOptions options, Trends trends) {
		this.options = options;
		this.trends = trends;
		this.throttling = new Throttling(options.throttling(), trends);
	}

	void addTo(FieldsBuilder fields, ControlGroup group) {
		fields.add("version", group.version());
		addMemory(fields, group);
		Double cpus = group.cpus();
		fields.add("cpus limit", (cpus != null) ? RuntimeSection.decimal(cpus) : NO_LIMIT);
		if (cpus != null) {
			this.throttling.addTo(fields, group);
		}
		if (group.threads() != null) {
			fields.add("threads", group.threads());
			fields.add("threads limit", (group.threadLimit() != null) ? group.threadLimit() : NO_LIMIT);
			fields.add(
					NativeThreads.check(group.threads(), group.threadLimit(), "the container", this.options.threads()));
		}
	}

	private void addMemory(FieldsBuilder fields, ControlGroup group) {
		Long used = group.workingSet();
		if (used == null) {
			return;
		}
		Long limit = group.memoryLimit();
		fields.add("memory", Content.bytes(used));
		fields.add("memory limit", (limit != null) ? new ByteSize(limit) : NO_LIMIT);
		Long kills = group.memoryKills();
		if (kills != null) {
			fields.add(KILLED, kills);
			fields.add(checkKills(kills));
		}
		fields.add(checkMemory(new Share(used, (limit != null) ? limit : 0)));
	}

	private Check.Result checkKills(long kills) {
		Rise last = this.trends.lastRise(KILLED, kills);
		Finding finding = Content
			.info("The system has killed %d processes of this container for lack of memory%s", kills,
					(last != null) ? ", the last time " + last.words() : "")
			.since((last != null) ? last.since() : null)
			.evidence("killed", kills)
			.next(RuntimeSection.TITLE);
		return KILLS.of((kills > 0) ? finding : null, Level.of(kills, 1, "processes"));
	}

	private Check.Result checkMemory(Share share) {
		ByteSize used = new ByteSize(share.part());
		ByteSize limit = new ByteSize(share.whole());
		Finding finding = (!share.reaches(this.options.memory())) ? null
				: Content.warning("The container uses %s of %s of memory, at the limit it is killed", used, limit)
					.evidence("used", used)
					.evidence("limit", limit)
					.next(MemorySection.TITLE);
		return MEMORY.of(finding, Level.of(share, this.options.memory()));
	}

}
