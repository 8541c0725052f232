package io.github.gmr.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.github.gmr.ReportListener;
import io.github.gmr.ReportUnavailableException;
import io.github.gmr.worker.Workers;

/**
 * The applications of this JVM: those that have joined, the oldest first, and those
 * without a context: they start or end. Thread-safe.
 */
final class ApplicationRegistry {

	private static final Duration LISTENER_LIMIT = Duration.ofSeconds(1);

	private final List<ReportingApplication> joined = new CopyOnWriteArrayList<>();

	private final Workers workers;

	/**
	 * By what identifies each.
	 */
	private final Map<Object, ReportingApplication> withoutContext = Collections
		.synchronizedMap(new IdentityHashMap<>());

	ApplicationRegistry(Workers workers) {
		this.workers = workers;
	}

	void joinWithoutContext(Object key, ReportingApplication application) {
		this.withoutContext.put(key, application);
	}

	void leaveWithoutContext(Object key) {
		this.withoutContext.remove(key);
	}

	void join(ReportingApplication application) {
		this.joined.add(application);
	}

	void leave(ReportingApplication application) {
		this.joined.removeIf((other) -> other == application);
	}

	boolean isEmpty() {
		return this.joined.isEmpty() && this.withoutContext.isEmpty();
	}

	boolean hasOthers(ReportingApplication application) {
		return this.joined.stream().anyMatch((other) -> other != application);
	}

	/**
	 * Return the applications of this instant.
	 * @return the applications
	 * @throws ReportUnavailableException if there are none
	 */
	ApplicationSnapshot current() {
		List<ReportingApplication> applications = new ArrayList<>(this.joined);
		synchronized (this.withoutContext) {
			applications.addAll(this.withoutContext.values());
		}
		if (applications.isEmpty()) {
			throw new ReportUnavailableException("no application is running");
		}
		return new ApplicationSnapshot(applications);
	}

	/**
	 * Return the listeners of the applications that have joined. They are asked for when
	 * a report fails, and so without code that would have to be linked then.
	 * @return the listeners
	 */
	List<ReportListener> listeners() {
		List<ReportListener> listeners = new ArrayList<>();
		for (ReportingApplication application : this.joined) {
			listeners.add(application.listener());
		}
		return listeners;
	}

	/**
	 * Notify listeners of a report, on a worker: one that fails or hangs must not cost
	 * the report.
	 * @param listeners the listeners
	 * @param event notifies one of them
	 */
	void notify(List<ReportListener> listeners, Consumer<ReportListener> event) {
		for (ReportListener listener : listeners) {
			this.workers.attempt(listener, Executors.callable(() -> event.accept(listener)), LISTENER_LIMIT);
		}
	}

}
