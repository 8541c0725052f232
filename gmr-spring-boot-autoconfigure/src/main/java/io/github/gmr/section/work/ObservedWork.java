package io.github.gmr.section.work;

import java.lang.ref.WeakReference;
import java.util.function.LongSupplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.transport.RequestReplySenderContext;
import org.jspecify.annotations.Nullable;

/**
 * Work that is observed. Whoever can still end it refers to its context; this one does
 * not, so that what is never ended keeps nothing.
 */
final class ObservedWork extends Work {

	private final WeakReference<Observation.Context> context;

	ObservedWork(Observation.Context context, LongSupplier nanoTime) {
		super(nanoTime);
		this.context = new WeakReference<>(context);
	}

	/**
	 * Return what is known about it.
	 * @return the context of its observation, {@code null} if nothing can end it any more
	 */
	Observation.@Nullable Context context() {
		return this.context.get();
	}

	/**
	 * Return whether it is no part of other work that is followed, nor a call of another
	 * process.
	 * @return whether it stands for itself
	 */
	boolean isWhole() {
		Observation.Context known = context();
		return known != null && !(known instanceof RequestReplySenderContext) && !isPart(known);
	}

	private static boolean isPart(Observation.Context context) {
		ObservationView parent = context.getParentObservation();
		return parent != null && parent.getContextView().get(Work.class) != null;
	}

	@Override
	public String words() {
		Observation.Context known = context();
		return (known != null) ? WorkDescription.of(known).toString() : "";
	}

}
