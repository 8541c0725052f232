package io.github.gmr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import io.github.gmr.report.StuckException;
import io.github.gmr.report.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The applications of this JVM: those that have joined, the oldest first, and the one
 * that starts.
 */
final class Applications {

	private static final Duration LISTENER_LIMIT = Duration.ofSeconds(1);

	private final List<Contribution> joined = new CopyOnWriteArrayList<>();

	private final Workers workers;

	private volatile @Nullable Contribution starting;

	Applications(Workers workers) {
		this.workers = workers;
	}

	void starting(@Nullable Contribution starting) {
		this.starting = starting;
	}

	void join(Contribution application) {
		this.joined.add(application);
		this.starting = null;
	}

	void leave(Contribution application) {
		this.joined.remove(application);
	}

	boolean isEmpty() {
		return this.joined.isEmpty() && this.starting == null;
	}

	boolean hasOthers(Contribution application) {
		return this.joined.stream().anyMatch((other) -> other != application);
	}

	/**
	 * Return the applications of this instant.
	 * @return the applications
	 * @throws ReportUnavailableException if there are none
	 */
	Contributions current() {
		List<Contribution> contributions = new ArrayList<>(this.joined);
		Contribution starting = this.starting;
		if (starting != null) {
			contributions.add(starting);
		}
		if (contributions.isEmpty()) {
			throw new ReportUnavailableException("no application is running");
		}
		return new Contributions(contributions);
	}

	/**
	 * Tell the applications about a report, on a worker: a listener may fail, or hang.
	 * @param event what to tell
	 */
	void tell(Consumer<ReportListener> event) {
		for (Contribution application : this.joined) {
			ReportListener listener = application.listener();
			try {
				this.workers.callUnlessStuck(listener, Executors.callable(() -> event.accept(listener)),
						LISTENER_LIMIT);
			}
			catch (StuckException | ExecutionException | RejectedExecutionException ex) {
				// A listener that fails must not cost the report
			}
		}
	}

}
