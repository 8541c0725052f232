package io.github.gmr.autoconfigure.section;

import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.pulse.Pulse;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Lets the pulse read the figures of an application as long as it has its beans.
 *
 * @param history keeps the figures
 * @param pulse reads them
 */
record FollowedFigures(FigureHistory history, Pulse pulse) implements SmartInitializingSingleton, DisposableBean {

	@Override
	public void afterSingletonsInstantiated() {
		this.pulse.follow(this.history);
	}

	@Override
	public void destroy() {
		this.pulse.leave(this.history);
	}

}
