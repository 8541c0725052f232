package io.github.gmr.autoconfigure.section;

import io.github.gmr.section.pulse.FigureHistory;
import io.github.gmr.section.pulse.FigureSource;
import io.github.gmr.section.pulse.Pulse;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Lets the pulse read the figures of an application as long as it has its beans.
 *
 * @param history keeps the figures
 * @param sources have figures that may keep whoever asks waiting; some of them need the
 * history themselves
 * @param pulse reads them
 */
record FollowedFigures(FigureHistory history, ObjectProvider<FigureSource> sources,
		Pulse pulse) implements SmartInitializingSingleton, DisposableBean {

	@Override
	public void afterSingletonsInstantiated() {
		this.history.follow(this.sources.orderedStream().toList());
		this.pulse.follow(this.history);
	}

	@Override
	public void destroy() {
		this.pulse.leave(this.history);
	}

}
