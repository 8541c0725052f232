package io.github.gmr.section.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.section.activity.KnownFrame.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Knows what threads do by their stacks. A stack is read from its top down: the state and
 * the topmost frames show whether a thread waits, and each frame below may say better
 * what for, up to the first one of the application. What the catalogue does not know is
 * unknown. Each frame is looked up once, so one instance should read all stacks of a
 * dump; not thread-safe.
 */
public final class Activities {

	private final ApplicationCode code;

	private final Map<String, KnownFrame> frames = new HashMap<>();

	/**
	 * Create a reader of stacks.
	 * @param code knows the frames of the application
	 */
	public Activities(ApplicationCode code) {
		this.code = code;
	}

	/**
	 * Return what the threads of a group do.
	 * @param group the group
	 * @return the activity
	 */
	public Activity of(StackGroup group) {
		return of(group.state(), group.frames());
	}

	/**
	 * Return what a thread does whose state is not known.
	 * @param stack its stack, topmost frame first
	 * @return the activity
	 */
	public Activity of(StackTraceElement[] stack) {
		return of(null, ApplicationCode.words(stack));
	}

	/**
	 * Return what a thread does.
	 * @param state its state, such as {@code "WAITING"}, alone or as HotSpot words it, or
	 * {@code null} if the JDK does not report it
	 * @param frames the frames of its stack, the topmost first
	 * @return the activity
	 */
	public Activity of(@Nullable String state, List<String> frames) {
		ActivityReading reading = new ActivityReading(state, frames);
		for (String frame : frames) {
			KnownFrame known = known(frame);
			if (known.origin().mayBeOwn()) {
				break;
			}
			reading.next(frame, known);
		}
		String own = own(frames);
		String place = (own != null) ? own : SignificantFrame.of(frames);
		return reading.activity(place, own != null);
	}

	/**
	 * Return what threads of a stack may belong to.
	 * @param frames the frames of the stack, the topmost first
	 * @return the owners, those of the outermost frame first, empty if none is known
	 */
	List<ThreadOwner> owners(List<String> frames) {
		List<ThreadOwner> owners = List.of();
		for (int i = frames.size() - 1; i >= 0; i--) {
			List<ThreadOwner> more = known(frames.get(i)).owners();
			if (!more.isEmpty()) {
				owners = Stream.concat(owners.stream(), more.stream()).toList();
			}
		}
		return owners;
	}

	private @Nullable String own(List<String> frames) {
		String other = null;
		for (String frame : frames) {
			Origin origin = known(frame).origin();
			if (origin == Origin.OWN) {
				return frame;
			}
			if (other == null && origin == Origin.OTHER) {
				other = frame;
			}
		}
		return other;
	}

	private KnownFrame known(String frame) {
		KnownFrame known = this.frames.get(frame);
		if (known == null) {
			known = new KnownFrame(WaitCatalogue.ALL.of(frame), this.code.origin(frame), ThreadOwner.of(frame));
			this.frames.put(frame, known);
		}
		return known;
	}

}
