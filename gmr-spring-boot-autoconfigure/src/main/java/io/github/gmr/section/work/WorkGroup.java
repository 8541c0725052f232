package io.github.gmr.section.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.section.activity.ApplicationCode;

/**
 * Work of one kind that is about the same and stands at one place.
 *
 * @param oldest the oldest
 * @param place where all of it stands, empty if that is not known
 * @param size how much it is
 */
record WorkGroup(FollowedWork oldest, String place, int size) {

	/**
	 * Group some work.
	 * @param work the work, the oldest first
	 * @param code knows the application's own frames
	 * @return the groups, in the order of the oldest of each
	 */
	static List<WorkGroup> of(List<FollowedWork> work, ApplicationCode code) {
		Map<Key, WorkGroup> groups = new LinkedHashMap<>();
		for (FollowedWork each : work) {
			String place = each.where().isKnown() ? code.topmost(each.where().stack()) : "";
			groups.merge(new Key(each.kind(), each.target(), place), new WorkGroup(each, place, 1), WorkGroup::and);
		}
		return new ArrayList<>(groups.values());
	}

	private WorkGroup and(WorkGroup younger) {
		return new WorkGroup(this.oldest, this.place, this.size + younger.size);
	}

	/**
	 * What is the same about work that is shown together.
	 */
	private record Key(String kind, String target, String place) {

	}

}
