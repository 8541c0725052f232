package io.github.gmr.autoconfigure.startup;

import java.time.Instant;

import io.github.gmr.content.Content;
import io.github.gmr.engine.ApplicationState;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.application.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A start by the thread that creates this: its context may be there, and listeners and
 * runners may hang.
 */
final class RunningStartUp implements Transition {

	private volatile @Nullable ApplicationState state;

	RunningStartUp(Instant since, ApplicationCode code) {
		this.state = ApplicationState.starting(since, code);
	}

	@Override
	public String name() {
		return "start";
	}

	@Override
	public @Nullable Content content() {
		ApplicationState starting = this.state;
		return (starting != null) ? starting.content() : null;
	}

	/**
	 * Forget the start: it has ended, well or not.
	 */
	void end() {
		this.state = null;
	}

}
