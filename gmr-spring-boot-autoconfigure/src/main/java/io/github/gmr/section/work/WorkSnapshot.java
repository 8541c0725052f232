package io.github.gmr.section.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.section.scope.ThreadSnapshot;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The work that ran at one instant. Immutable.
 *
 * @param work the work, the oldest first
 * @param neverEnded how much nothing could end any more, since the start
 * @param notFollowed how much there was too much, since the start
 */
public record WorkSnapshot(List<FollowedWork> work, long neverEnded, long notFollowed) {

	/**
	 * Of how much it is known where it stands: to look at the stack of a virtual thread
	 * costs something.
	 */
	private static final int MAX_PLACES = 1000;

	public WorkSnapshot {
		work = List.copyOf(work);
	}

	/**
	 * Return the threads of the work.
	 * @return their identifiers
	 */
	Set<Long> threads() {
		return this.work.stream().flatMap((each) -> each.where().threadId().stream()).collect(Collectors.toSet());
	}

	/**
	 * Return how many calls have no thread.
	 * @return the number
	 */
	long callsWithoutThread() {
		return this.work.stream().filter((each) -> each.call() && each.where().thread() == null).count();
	}

	static WorkSnapshot of(List<ObservedWork> oldest, ThreadSnapshot threads, EndedCalls ended, long neverEnded,
			long notFollowed) {
		List<FollowedWork> work = new ArrayList<>();
		for (ObservedWork each : oldest) {
			WorkPlace where = (work.size() < MAX_PLACES) ? WorkPlace.of(each, threads) : WorkPlace.NOWHERE;
			FollowedWork followed = followed(each, where, ended);
			if (followed != null) {
				work.add(followed);
			}
		}
		return new WorkSnapshot(work, neverEnded, notFollowed);
	}

	/**
	 * Returns the work, unless it cannot be described: types of observations may be the
	 * application's own.
	 */
	private static @Nullable FollowedWork followed(ObservedWork work, WorkPlace where, EndedCalls ended) {
		Observation.Context context = work.context();
		return (context != null)
				? Attempt.<@Nullable FollowedWork>ask(() -> FollowedWork.of(work, context, where, ended), (ex) -> null)
				: null;
	}

}
