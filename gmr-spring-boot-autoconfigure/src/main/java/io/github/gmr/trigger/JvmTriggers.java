package io.github.gmr.trigger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.github.gmr.engine.ApplicationState;
import io.github.gmr.engine.ReportEngine;
import io.github.gmr.engine.ReportingApplication;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.pulse.Pulse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * What requests reports in this JVM: one signal, one touched file and one thread, shared
 * by all applications. Thread-safe. Not for applications to use.
 */
public final class JvmTriggers {

	private final ReportEngine engine;

	private final Pulse pulse = new Pulse();

	private final TriggerThread thread;

	private final SignalTrigger signal;

	private @Nullable TouchedFile touchedFile;

	private boolean warm;

	private JvmTriggers(ReportEngine engine) {
		this.engine = engine;
		this.thread = new TriggerThread(engine, this.pulse);
		this.signal = new SignalTrigger(this.thread);
	}

	/**
	 * Return the triggers of this JVM.
	 * @return the only instance
	 */
	public static JvmTriggers get() {
		return Holder.INSTANCE;
	}

	/**
	 * Return what looks at this JVM all the time.
	 * @return the pulse
	 */
	public Pulse pulse() {
		return this.pulse;
	}

	/**
	 * Return whether reports can be requested at all.
	 * @param environment where that is configured
	 * @return whether they can
	 */
	public static boolean areEnabled(Environment environment) {
		return SignalSettings.areReportsEnabled(environment);
	}

	/**
	 * Ignore the signal of an application that makes no reports. Its default action would
	 * end the process.
	 * @param environment where the signal is configured
	 */
	public static void ignoreSignal(Environment environment) {
		SignalSettings.ignore(environment);
	}

	/**
	 * Let a running application take part.
	 * @param application the application
	 * @param environment its configuration
	 * @param minInterval the shortest time between two reports
	 * @throws InvalidSignalNameException if it names a signal that cannot be used; the
	 * application takes no part then
	 */
	public synchronized void join(ReportingApplication application, Environment environment, Duration minInterval) {
		SignalSettings signal = SignalSettings.from(environment);
		TouchFileSettings touchFile = TouchFileSettings.from(environment);
		PulseSettings pulse = PulseSettings.from(environment);
		this.engine.join(application);
		this.engine.leaveWithoutContext(environment);
		this.thread.start();
		this.thread.minInterval(minInterval);
		loggingIsReady();
		listen(application, signal, touchFile, pulse);
		ignoreIfOff(environment);
		if (!this.warm) {
			this.warm = true;
			this.thread.warmUp();
		}
	}

	/**
	 * Let an application take part without its beans, which are destroyed from now on:
	 * that may hang, so reports can still be requested. Called by the thread that
	 * destroys them.
	 * @param application the application
	 * @param code knows its code
	 */
	public synchronized void closing(ReportingApplication application, ApplicationCode code) {
		this.engine.joinWithoutContext(application, application.withoutBeans(ApplicationState.closing(code)));
		this.engine.leave(application);
	}

	/**
	 * Let an application take part no longer. When the last one has gone the signal is
	 * given back, or ignored, and all threads end; but while the JVM shuts down, which
	 * may hang, reports about it can still be requested.
	 * @param application the application
	 * @param code knows its code
	 */
	public synchronized void closed(ReportingApplication application, ApplicationCode code) {
		if (isShuttingDown()) {
			this.engine.joinWithoutContext(this, application.withoutBeans(ApplicationState.shuttingDown(code)));
		}
		this.engine.leaveWithoutContext(application);
		endIfEmpty();
	}

	/**
	 * The JVM has no method for this, but it refuses to change its hooks then.
	 */
	private static boolean isShuttingDown() {
		try {
			Runtime.getRuntime().removeShutdownHook(new Thread());
			return false;
		}
		catch (IllegalStateException ex) {
			return true;
		}
	}

	/**
	 * Return the signal that requests a report.
	 * @return its name, such as {@code "USR1"}, empty if there is none
	 */
	public Optional<String> signal() {
		return Optional.ofNullable(this.signal.signal()).map(SignalName::name);
	}

	/**
	 * Return why the JVM does not deliver the signal.
	 * @return the reason, empty if it does or was not asked to
	 */
	public Optional<String> refusal() {
		return Optional.ofNullable(this.signal.refusal());
	}

	/**
	 * Note what is known about an application that starts, and listen for it already.
	 * @param application what is known
	 * @param environment its configuration, as far as it is known; identifies the
	 * application until it joins
	 * @throws InvalidSignalNameException if it names a signal that cannot be used
	 */
	public synchronized void starting(ReportingApplication application, Environment environment) {
		this.engine.joinWithoutContext(environment, application);
		this.thread.start();
		listen(application, SignalSettings.from(environment), TouchFileSettings.from(environment),
				PulseSettings.from(environment));
		ignoreIfOff(environment);
	}

	/**
	 * Note that what is logged from now on is not lost.
	 */
	public void loggingIsReady() {
		this.thread.loggingIsReady();
	}

	/**
	 * Note that an application is not starting any more, be it that it failed or that it
	 * has started and makes no reports.
	 * @param environment its configuration
	 */
	public synchronized void notStarting(Environment environment) {
		this.engine.leaveWithoutContext(environment);
		endIfEmpty();
	}

	/**
	 * An application may add what is not there, but take nothing from those that came
	 * before it.
	 */
	private void listen(ReportingApplication application, SignalSettings signal, TouchFileSettings touchFile,
			PulseSettings pulse) {
		boolean alone = !this.engine.hasOthers(application);
		if (alone) {
			this.pulse.interval(pulse.interval());
		}
		if (alone || this.signal.signal() == null) {
			this.signal.listen(signal.signal());
		}
		if (alone || this.touchedFile == null) {
			watch(touchFile);
		}
	}

	private void ignoreIfOff(Environment environment) {
		if (this.signal.signal() == null) {
			SignalSettings.ignore(environment);
		}
	}

	private void watch(TouchFileSettings settings) {
		Path path = settings.path();
		if (path == null) {
			this.touchedFile = null;
		}
		else if (this.touchedFile == null || !this.touchedFile.isAt(path, settings.pollInterval())) {
			this.touchedFile = new TouchedFile(path, settings.pollInterval(), this.engine.workers(),
					this.thread.source("touch-file", "touched file"));
		}
		this.thread.watch(this.touchedFile);
	}

	private void endIfEmpty() {
		if (this.engine.isEmpty()) {
			this.signal.listen(null);
			this.touchedFile = null;
			this.thread.watch(null);
			this.thread.end();
		}
	}

	private static final class Holder {

		private static final JvmTriggers INSTANCE = new JvmTriggers(ReportEngine.get());

	}

}
