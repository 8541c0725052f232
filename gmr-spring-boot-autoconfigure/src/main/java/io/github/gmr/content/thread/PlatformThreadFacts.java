package io.github.gmr.content.thread;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a platform thread apart from its stack and locks.
 *
 * @param daemon whether the JVM may exit while it runs
 * @param priority its priority
 * @param inNative whether it runs native code
 * @param suspended whether it is suspended
 * @param usage what it has used and how often it had to wait
 * @param rates what it has done lately, or {@code null} if that is not known
 */
public record PlatformThreadFacts(boolean daemon, int priority, boolean inNative, boolean suspended, ThreadUsage usage,
		@Nullable ThreadRates rates) implements ThreadFacts {

	@Override
	public ThreadFacts mapNames(UnaryOperator<String> names) {
		return this;
	}

}
