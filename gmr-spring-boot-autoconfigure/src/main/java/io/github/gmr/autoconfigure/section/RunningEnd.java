package io.github.gmr.autoconfigure.section;

import io.github.gmr.content.Content;
import io.github.gmr.engine.ApplicationState;
import io.github.gmr.section.activity.ApplicationCode;
import io.github.gmr.section.application.Transition;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Knows the end of an application from when it is asked to close. Parts of it are stopped
 * first, which may hang, and its beans destroyed then.
 */
final class RunningEnd implements Transition, ApplicationListener<ContextClosedEvent> {

	private final ApplicationContext context;

	private final ApplicationCode code;

	private volatile @Nullable ApplicationState state;

	RunningEnd(ApplicationContext context, ApplicationCode code) {
		this.context = context;
		this.code = code;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.state = ApplicationState.stopping(this.code);
		}
	}

	@Override
	public String name() {
		return "end";
	}

	@Override
	public @Nullable Content content() {
		ApplicationState ending = this.state;
		return (ending != null) ? ending.content() : null;
	}

}
