package io.github.gmr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The applications of this JVM: those that have joined, the oldest first, and the one
 * that starts.
 */
final class Applications {

	private final List<Contribution> joined = new CopyOnWriteArrayList<>();

	private volatile @Nullable Contribution starting;

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

	void tell(Consumer<ReportListener> event) {
		for (Contribution application : this.joined) {
			try {
				event.accept(application.listener());
			}
			catch (RuntimeException | LinkageError ex) {
				// A listener that fails must not cost the report
			}
		}
	}

}
