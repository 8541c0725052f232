package io.github.gmr.section.web;

import java.time.Duration;
import java.util.List;

import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.section.work.StandingPool;

/**
 * Requests that no thread deals with as far as is known, and the pools that they may have
 * been handed to, all threads of which stand at one place.
 */
final class UnseenRequests {

	/**
	 * Younger ones may be on their way from one thread to another.
	 */
	private static final Duration LEAST = Duration.ofSeconds(1);

	private static final int MAX_POOLS = 3;

	private final int count;

	private final List<StandingPool> pools;

	/**
	 * Create what is known of them.
	 * @param requests the oldest requests
	 * @param pools the pools that stand
	 */
	UnseenRequests(List<FollowedRequest> requests, List<StandingPool> pools) {
		this.count = (int) requests.stream()
			.filter((request) -> request.isUnseen() && request.hasRunFor(LEAST))
			.count();
		this.pools = pools.stream().limit(MAX_POOLS).toList();
	}

	void addTo(FieldsBuilder fields) {
		if (this.count > 0 && !this.pools.isEmpty()) {
			fields.add("without a thread", (where) -> {
				where.add("requests", this.count);
				where.add("pools that stand", this.pools.stream().map(StandingPool::words).toList());
			});
		}
	}

	private boolean isCertain() {
		return this.pools.stream().allMatch(StandingPool::serving);
	}

	/**
	 * Return where requests may stand.
	 * @return words such as {@code "; maybe because of this: All 8 threads of ..."},
	 * empty if that is not known
	 */
	String words() {
		return this.pools.isEmpty() ? ""
				: "; %s: %s".formatted(isCertain() ? "because of this" : "maybe because of this",
						String.join("; ", this.pools.stream().map(StandingPool::words).toList()));
	}

	/**
	 * Return whether some of the requests cannot go on before threads do that have stood
	 * still for long.
	 * @param limit how long is long
	 * @return whether that is certain
	 */
	boolean areHeldUp(Duration limit) {
		return this.pools.stream().anyMatch((pool) -> pool.holdsUp(this.count, limit));
	}

	/**
	 * Add to a finding about these requests what is known.
	 * @param finding the finding
	 * @return a new finding
	 */
	Finding describe(Finding finding) {
		if (this.pools.isEmpty()) {
			return finding;
		}
		StandingPool first = this.pools.get(0);
		return finding.place(List.of(first.activity().place()))
			.holders(this.pools.stream().flatMap((pool) -> pool.ids().stream()).toList())
			.next("Threads", "#" + first.ids().get(0));
	}

}
