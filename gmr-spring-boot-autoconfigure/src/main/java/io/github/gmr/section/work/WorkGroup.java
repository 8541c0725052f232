package io.github.gmr.section.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.scope.Progress;

/**
 * Work of one kind that is about the same and stands at one place.
 *
 * @param place where all of it stands, empty if that is not known
 * @param work the work, the oldest first
 */
record WorkGroup(String place, List<FollowedWork> work) {

	/**
	 * Group some work.
	 * @param work the work, the oldest first
	 * @param code knows the application's own frames
	 * @return the groups, in the order of the oldest of each
	 */
	static List<WorkGroup> of(List<FollowedWork> work, ApplicationCode code) {
		Map<Key, List<FollowedWork>> groups = new LinkedHashMap<>();
		for (FollowedWork each : work) {
			String place = each.where().isKnown() ? code.topmost(each.where().stack()) : "";
			groups.computeIfAbsent(new Key(each.kind(), each.target(), place), (key) -> new ArrayList<>()).add(each);
		}
		return groups.entrySet()
			.stream()
			.map((group) -> new WorkGroup(group.getKey().place(), group.getValue()))
			.toList();
	}

	FollowedWork oldest() {
		return this.work.get(0);
	}

	int size() {
		return this.work.size();
	}

	/**
	 * Return how the work gets on.
	 * @return words, empty if that is not known
	 */
	String progress() {
		return Progress.words(this.work.stream().map((each) -> each.where().progress()).toList());
	}

	/**
	 * What is the same about work that is shown together.
	 */
	private record Key(String kind, String target, String place) {

	}

}
