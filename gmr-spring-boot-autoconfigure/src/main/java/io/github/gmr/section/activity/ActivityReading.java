package io.github.gmr.section.activity;

import java.util.List;

import io.github.gmr.section.activity.KnownFrame.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What the frames of one stack have shown so far, read from its top down.
 */
final class ActivityReading {

	private ActivityKind kind;

	private String words;

	private String frame;

	private Origin origin = Origin.JDK;

	/**
	 * Whether a library that the catalogue does not know stands between the frame and the
	 * application.
	 */
	private boolean strange;

	ActivityReading(@Nullable String state, List<String> frames) {
		this.frame = frames.isEmpty() ? "" : frames.get(0);
		this.kind = kind(state, frames.isEmpty());
		this.words = words(this.kind, state, frames.isEmpty());
	}

	private static ActivityKind kind(@Nullable String state, boolean empty) {
		if (state != null && state.startsWith("BLOCKED")) {
			return ActivityKind.MONITOR;
		}
		if (state != null && state.contains("WAITING")) {
			return ActivityKind.UNKNOWN;
		}
		return empty ? ActivityKind.IDLE : ActivityKind.RUNNING;
	}

	private static String words(ActivityKind kind, @Nullable String state, boolean empty) {
		return switch (kind) {
			case MONITOR -> "waits for a monitor";
			case UNKNOWN -> "waits for something unknown";
			case IDLE -> "runs no Java code";
			default -> (state != null) ? "runs" : "runs or waits for a monitor";
		};
	}

	/**
	 * Read the next frame.
	 * @param frame the frame
	 * @param known what is known about it
	 * @return the entry of the catalogue that says better now what the thread does,
	 * {@code null} if there is none
	 */
	@Nullable Wait next(String frame, KnownFrame known) {
		Wait wait = known.after(this.kind);
		if (wait != null) {
			this.kind = wait.kind();
			this.words = wait.words();
			this.frame = frame;
			this.origin = known.origin();
			this.strange = false;
		}
		else {
			this.strange |= known.origin() == Origin.LIBRARY;
		}
		return wait;
	}

	/**
	 * Return what all frames have shown. Who waits for an element of a queue in its own
	 * code is idle. A library that does, or that waits for events, may well wait for
	 * something else.
	 */
	Activity activity(String place, boolean own) {
		return new Activity(own ? kindInApplication() : this.kind, this.words, this.frame, place, own);
	}

	private ActivityKind kindInApplication() {
		if (this.kind == ActivityKind.EMPTY_QUEUE && !this.strange) {
			return ActivityKind.IDLE;
		}
		return (this.kind == ActivityKind.IDLE && this.strange && this.origin == Origin.JDK) ? ActivityKind.UNKNOWN
				: this.kind;
	}

}
