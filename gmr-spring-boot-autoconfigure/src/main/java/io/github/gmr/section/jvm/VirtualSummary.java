package io.github.gmr.section.jvm;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.FieldsBuilder;

/**
 * Says about all virtual threads what should be read first, and what this JVM cannot
 * tell.
 */
final class VirtualSummary {

	private final VirtualThreads threads;

	private final GreenThreadsOptions options;

	VirtualSummary(VirtualThreads threads, GreenThreadsOptions options) {
		this.threads = threads;
		this.options = options;
	}

	Fields fields() {
		return Content.fields((fields) -> {
			addCounts(fields);
			addLimits(fields);
		});
	}

	private void addCounts(FieldsBuilder fields) {
		if (this.threads.isCut()) {
			fields.add("threads",
					"at least %d, cut after %d ms".formatted(this.threads.count(), this.options.timeout().toMillis()));
		}
		else {
			fields.add("threads", this.threads.count());
		}
		fields.add("mounted", this.threads.mounted());
		fields.add("states", this.threads.states());
		if (!this.threads.containers().isEmpty()) {
			fields.add("containers", this.threads.containers());
		}
		int groups = this.threads.distinctGroups();
		fields.add("different stacks", (groups <= this.options.maxGroups()) ? groups
				: "%d, the %d largest groups are shown".formatted(groups, this.options.maxGroups()));
	}

	private void addLimits(FieldsBuilder fields) {
		String tracking = System.getProperty("jdk.trackAllThreads", "");
		if (!tracking.isEmpty() && !Boolean.parseBoolean(tracking)) {
			fields.add("hidden", "%d threads that were started without an executor (-Djdk.trackAllThreads=%s)"
				.formatted(this.threads.untold(), tracking));
		}
		if (this.threads.states().containsKey(VirtualThreads.UNKNOWN)) {
			fields.add("limits",
					"This JDK, %s, does not tell the states and locks of virtual threads".formatted(Runtime.version()));
		}
	}

}
