package io.github.gmr.section.web;

import java.time.Duration;
import java.util.List;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ActivitySnapshots;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.section.scope.ScopedSection;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.github.gmr.section.scope.ThreadSnapshots;
import io.github.gmr.section.work.StandingPool;
import org.jspecify.annotations.Nullable;

/**
 * Shows how busy the web server is, and which HTTP requests run, for how long, on which
 * thread, where that stands, and the trace to look them up by in a tracing system.
 *
 * <pre>
 * server =
 *   kind = Tomcat
 *   port = 8080
 *   busy threads = 7
 *   max threads = 200
 *   connections = 12
 *   max connections = 8192
 * running requests = 2
 * requests =
 *   age   method  path       thread      at                                    progress                trace
 *   35 s  GET     /orders/7  exec-3 #42  com.acme.Orders.find(Orders.java:41)  has not moved for 34 s  4bf92f3577b34da6a3ce929d0e0e4736
 *   4 ms  POST    /orders    asynchronously
 * finding = WARNING: GET /orders/7 runs for 35 s on exec-3 #42, trace 4bf92f3577b34da6a3ce929d0e0e4736,
 * at com.acme.Orders.find(Orders.java:41), has not moved for 34 s
 * </pre>
 *
 * Of a request that is dealt with asynchronously it is not known by which thread: it may
 * stand on an event loop or in another pool, or only wait. If all threads that it may be
 * handed to stand at one place, this is said. A path is shown without its query. Where no
 * request has a trace, or none runs for long on a platform thread, there is no such
 * column. Stacks are those of the section about threads; those of virtual threads are
 * looked at one by one.
 */
public final class WebSection implements ScopedSection {

	static final String TITLE = "Web";

	private static final int MAX_FOLLOWED = 1000;

	private static final int MAX_REQUESTS = 200;

	private final EmbeddedServer server;

	private final @Nullable RunningRequests requests;

	private final ThreadSnapshots threads;

	private final ActivitySnapshots activities;

	private final ApplicationCode code;

	private final WebOptions options;

	private final FigureHistory history;

	/**
	 * Create the section.
	 * @param server the web server
	 * @param requests the requests, {@code null} if they are not followed
	 * @param threads has the threads dumped
	 * @param activities knows what they do
	 * @param code knows the application's own frames
	 * @param options when it raises findings
	 * @param history knows how many requests there were before
	 */
	public WebSection(EmbeddedServer server, @Nullable RunningRequests requests, ThreadSnapshots threads,
			ActivitySnapshots activities, ApplicationCode code, WebOptions options, FigureHistory history) {
		this.server = server;
		this.requests = requests;
		this.threads = threads;
		this.activities = activities;
		this.code = code;
		this.options = options;
		this.history = history;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(900)
			.withChecks(StoppedRequests.CHECK, FailingRequests.CHECK, SlowRequests.CHECK, StuckThreads.CHECK,
					ServerState.EXHAUSTED);
	}

	/**
	 * Returns a section that finds a request which no thread deals with as well.
	 */
	@Override
	public ReportSection forWarmUp() {
		return new Rehearsed();
	}

	@Override
	public Content content(ReportScope scope) throws InterruptedException {
		ThreadSnapshot snapshot = this.threads.of(scope);
		ServerState state = this.server.read();
		List<RunningRequest> requests = (this.requests != null) ? this.requests.oldestFirst() : List.of();
		List<FollowedRequest> followed = followed(requests, snapshot);
		UnseenRequests unseen = new UnseenRequests(followed,
				StandingPool.of(this.activities.activities(scope), snapshot));
		return Content.fields((fields) -> {
			addServer(fields, state);
			addRequests(fields, requests, followed, unseen);
			addStuckThreads(fields, state, new StuckThreads(snapshot, followed, this.options.stuckAfter(), this.code));
		});
	}

	/**
	 * Returns the oldest requests: to look at the stack of a virtual thread costs
	 * something.
	 */
	private List<FollowedRequest> followed(List<RunningRequest> requests, ThreadSnapshot snapshot) {
		return requests.stream().limit(MAX_FOLLOWED).map((request) -> FollowedRequest.of(request, snapshot)).toList();
	}

	private static void addServer(FieldsBuilder fields, @Nullable ServerState state) {
		if (state != null) {
			fields.add("server", state::addTo);
			fields.add(state.checkConnections());
		}
	}

	private void addStuckThreads(FieldsBuilder fields, @Nullable ServerState state, StuckThreads stuck) {
		if (state != null) {
			fields.add(stuck.check(state.max(), this.options.stuck(), state.settings()));
		}
	}

	private void addRequests(FieldsBuilder fields, List<RunningRequest> requests, List<FollowedRequest> followed,
			UnseenRequests unseen) {
		if (this.requests == null) {
			fields.add("running requests", "unknown: this application has no observations");
			for (Check check : List.of(StoppedRequests.CHECK, FailingRequests.CHECK, SlowRequests.CHECK)) {
				fields.add(check.notPossible("this application has no observations"));
			}
			return;
		}
		addEnded(fields, this.requests.outcomes(), followed);
		fields.add("running requests", requests.size());
		addSlow(fields, requests, followed, unseen);
		List<FollowedRequest> shown = followed.stream().limit(MAX_REQUESTS).toList();
		fields.add("requests", table(shown));
		if (shown.size() < requests.size()) {
			fields.add("not shown", (requests.size() - shown.size()) + " younger requests");
		}
		unseen.addTo(fields);
	}

	private void addEnded(FieldsBuilder fields, RequestOutcomes outcomes, List<FollowedRequest> followed) {
		this.history.refresh();
		fields.add(new StoppedRequests(this.history, this.code).check(followed));
		fields.add(new FailingRequests(outcomes, this.history, this.code).check());
	}

	private void addSlow(FieldsBuilder fields, List<RunningRequest> requests, List<FollowedRequest> followed,
			UnseenRequests unseen) {
		Duration limit = this.options.request();
		long slow = requests.stream().filter((request) -> request.age().compareTo(limit) >= 0).count();
		long own = followed.stream().filter((request) -> request.asksForReport() && request.hasRunFor(limit)).count();
		fields.add(new SlowRequests(followed, unseen, limit, this.code).check(slow - own, requests.size()));
	}

	private Content table(List<FollowedRequest> shown) {
		return Content.table(shown, (table) -> {
			table.column("age", FollowedRequest::age);
			table.column("method", FollowedRequest::method);
			table.column("path", FollowedRequest::path);
			table.column("thread", (request) -> request.where().threadName());
			table.column("at", (request) -> request.where().isKnown() ? this.code.topmost(request.stack()) : "");
			table.optionalColumn("progress", (request) -> request.progress().words());
			table.optionalColumn("trace", FollowedRequest::trace);
		});
	}

	/**
	 * Says what it would say, and looks at a made-up request.
	 */
	private final class Rehearsed implements ScopedSection {

		@Override
		public SectionTraits traits() {
			return WebSection.this.traits();
		}

		@Override
		public Content content(ReportScope scope) throws InterruptedException {
			WebRehearsal rehearsal = new WebRehearsal(WebSection.this.threads.of(scope));
			Content said = WebSection.this.content(scope);
			return Content.fields((fields) -> {
				fields.add("said", said);
				rehearsal.addTo(fields);
			});
		}

	}

}
