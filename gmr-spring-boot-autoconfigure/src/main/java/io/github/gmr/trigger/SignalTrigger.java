package io.github.gmr.trigger;

import org.jspecify.annotations.Nullable;

/**
 * Requests a report when the process gets a signal. There is one registration for each
 * copy of this library, and it goes through the JVM's own signal dispatcher: native
 * handlers, which jnr-posix has as well, crash the JVM. The handler only counts; a report
 * is made by the {@link TriggerThread}. Thread-safe.
 */
final class SignalTrigger {

	private final TriggerThread thread;

	private @Nullable SignalName signal;

	private @Nullable SignalRelay relay;

	private @Nullable String refusal;

	SignalTrigger(TriggerThread thread) {
		this.thread = thread;
	}

	/**
	 * Listen to a signal, and no longer to the one before.
	 * @param signal the signal, or {@code null} for none
	 */
	synchronized void listen(@Nullable SignalName signal) {
		if (signal == null || !signal.equals(this.signal)) {
			giveBack();
			if (signal != null) {
				register(signal);
			}
		}
	}

	/**
	 * Return why the JVM does not deliver the signal.
	 * @return the reason, or {@code null} if it does or was not asked to
	 */
	synchronized @Nullable String refusal() {
		return this.refusal;
	}

	/**
	 * Return the signal that requests a report.
	 * @return the signal, or {@code null} if there is none
	 */
	synchronized @Nullable SignalName signal() {
		return this.signal;
	}

	private void register(SignalName signal) {
		this.refusal = ReducedSignals.areInUse() ? "the JVM was started with -Xrs" : null;
		if (this.refusal != null) {
			return;
		}
		try {
			this.relay = SignalRelay.install(signal, this.thread.source("signal", "signal " + signal.name()));
			this.signal = signal;
		}
		catch (IllegalArgumentException | ReflectiveOperationException | LinkageError ex) {
			this.refusal = String.valueOf(ex.getMessage());
		}
	}

	/**
	 * Give the signal back to the handler that it had before ours, or else ignore it: its
	 * default action would end the process.
	 */
	private void giveBack() {
		if (this.relay != null) {
			this.relay.remove();
		}
		this.relay = null;
		this.signal = null;
		this.refusal = null;
	}

}
