package io.github.gmr.section.activity;

import java.util.List;
import java.util.Set;

/**
 * An entry of the catalogue: what a thread does that was called from a frame.
 *
 * @param kind the kind of activity
 * @param after of which kinds the activity must be that the frames above have shown
 * @param frames the frames, such as {@code "java.lang.Thread.join"}, any method of a
 * class as {@code "java.util.Scanner.*"} and any class of a package and those below as
 * {@code "org.postgresql.**"}
 * @param words words for one thread that does so
 */
record Wait(ActivityKind kind, Set<ActivityKind> after, List<String> frames, String words) {

	Wait {
		after = Set.copyOf(after);
		frames = List.copyOf(frames);
	}

}
