package io.github.gmr.section.work;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Follows whatever is observed, on the threads that do it, unless another handler follows
 * it already. The thread of work is the one that has its scope open.
 */
public final class RunningWorkHandler implements ObservationHandler<Observation.Context> {

	private final RunningWork work;

	/**
	 * Create a handler. It must be registered after others that follow work.
	 * @param work takes the work that runs
	 */
	public RunningWorkHandler(RunningWork work) {
		this.work = work;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

	@Override
	public void onStart(Observation.Context context) {
		if (!context.containsKey(Work.class)) {
			ObservedWork begun = this.work.begin(context);
			if (begun != null) {
				context.put(Work.class, begun);
			}
		}
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		if (context.get(Work.class) instanceof ObservedWork own) {
			own.runOn(Thread.currentThread());
		}
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		if (context.get(Work.class) instanceof ObservedWork own) {
			own.leave(Thread.currentThread());
		}
	}

	@Override
	public void onStop(Observation.Context context) {
		if (context.get(Work.class) instanceof ObservedWork own) {
			this.work.end(own, context);
		}
	}

}
