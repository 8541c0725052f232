package io.github.gmr.section.work;

import java.time.Duration;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.transport.RequestReplySenderContext;
import org.jspecify.annotations.Nullable;

/**
 * Some running work at one instant, joined to the stack of its thread.
 *
 * @param kind the name of its observation, such as {@code "http.client.requests"}
 * @param target what it is about, such as {@code "payments:8443"}, empty if not known
 * @param details more about it, such as {@code "POST /payments/{id}"}, or empty
 * @param parent the work that it is a part of, {@code null} if there is none
 * @param age for how long it has been running
 * @param where the thread that does it, if any, and where that stands
 * @param call whether it waits for an answer of another process
 * @param answered whether its response has begun, as that of a stream has
 * @param lasting whether it may well run for long: it is a stream by its type, or such
 * calls have taken that long before and have ended well
 */
public record FollowedWork(String kind, String target, String details, @Nullable String parent, Duration age,
		WorkPlace where, boolean call, boolean answered, boolean lasting) {

	static FollowedWork of(ObservedWork work, Observation.Context context, WorkPlace where, EndedCalls ended) {
		WorkDescription words = WorkDescription.of(context);
		Duration age = work.age();
		boolean call = context instanceof RequestReplySenderContext;
		return new FollowedWork(words.kind(), words.target(), words.details(), parent(context), age, where, call,
				isAnswered(context), call && (isStream(context) || ended.isUsual(words.target(), age)));
	}

	private static boolean isAnswered(Observation.Context context) {
		return context instanceof RequestReplySenderContext<?, ?> call && call.getResponse() != null;
	}

	private static boolean isStream(Observation.Context context) {
		return WorkDescription.value(context, "rpc.type").contains("STREAMING");
	}

	private static @Nullable String parent(Observation.Context context) {
		ObservationView parent = context.getParentObservation();
		if (parent == null) {
			return null;
		}
		Work work = parent.getContextView().get(Work.class);
		return (work != null) ? work.words() : parent.getContextView().getName();
	}

	boolean hasRunFor(Duration time) {
		return this.age.compareTo(time) >= 0;
	}

	/**
	 * Return what it is about.
	 * @return words such as {@code "payments:8443 POST /payments/{id}"}
	 */
	String words() {
		return (this.target + " " + this.details).strip();
	}

}
