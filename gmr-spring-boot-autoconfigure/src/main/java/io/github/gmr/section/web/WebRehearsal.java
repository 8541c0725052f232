package io.github.gmr.section.web;

import java.time.Duration;
import java.util.List;

import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.thread.PlatformThreadFacts;
import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.content.thread.ThreadEntry;
import io.github.gmr.content.thread.ThreadUsage;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.activity.ThreadActivities;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.github.gmr.section.work.StandingPool;
import io.github.gmr.section.work.WorkPlace;

/**
 * A request that no thread deals with, as the only event loop stands in code of the
 * application, so that all that a report may need for that has been used before.
 */
final class WebRehearsal {

	private static final List<String> STACK = List.of("java.lang.Thread.sleep(Thread.java)",
			"com.acme.Orders.find(Orders.java)",
			"io.netty.channel.SingleThreadIoEventLoop.run(SingleThreadIoEventLoop.java)");

	private static final FollowedRequest REQUEST = new FollowedRequest("GET", "/orders", null, Duration.ofMinutes(1),
			WorkPlace.NOWHERE, true);

	private final ApplicationCode code = new ApplicationCode(List.of("com.acme"));

	private final ThreadSnapshot snapshot;

	WebRehearsal(ThreadSnapshot snapshot) {
		this.snapshot = snapshot;
	}

	/**
	 * Add what is known about the request, and a finding.
	 * @param fields the fields
	 */
	void addTo(FieldsBuilder fields) {
		List<FollowedRequest> requests = List.of(REQUEST);
		UnseenRequests unseen = new UnseenRequests(requests, pools());
		unseen.addTo(fields);
		fields.check(SlowRequests.CHECK,
				() -> new SlowRequests(requests, unseen, Duration.ZERO, this.code).check(1, 1));
	}

	/**
	 * Returns a pool whose thread is one that there really is.
	 */
	private List<StandingPool> pools() {
		PlatformThreadFacts facts = new PlatformThreadFacts(false, 0, false, false,
				new ThreadUsage(null, null, null, 0, 0), null);
		List<StackGroup> stacks = this.snapshot.threads()
			.stream()
			.limit(1)
			.map((thread) -> new ThreadEntry(thread.getThreadId(), "rehearsal", facts, List.of()))
			.map((thread) -> new StackGroup("TIMED_WAITING (sleeping)", 1, List.of(thread), STACK, false))
			.toList();
		return StandingPool.of(new ThreadActivities(stacks, this.code), this.snapshot);
	}

}
