package io.github.gmr.content.thread;

import java.util.function.UnaryOperator;

import io.github.gmr.content.text.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a virtual thread apart from its stack and locks.
 *
 * @param carrier the identifier of the platform thread it is mounted on, or {@code null}
 * @param container the name of the container that started it, such as an executor, or
 * {@code null} if it was started plainly
 */
public record VirtualThreadFacts(@Nullable Long carrier, @Nullable String container) implements ThreadFacts {

	public VirtualThreadFacts {
		container = (container != null) ? WellFormed.name(container) : null;
	}

	@Override
	public ThreadFacts mapNames(UnaryOperator<String> names) {
		return (this.container != null) ? new VirtualThreadFacts(this.carrier, names.apply(this.container)) : this;
	}

}
