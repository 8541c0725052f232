package io.github.gmr.section.executor;

import java.util.concurrent.ThreadFactory;

import io.github.gmr.content.text.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * Leaves it to another factory to make the threads of a pool, and remembers them. Called
 * by those who submit tasks, and thread-safe if the other one is.
 *
 * @param bean the name of the executor
 * @param factory the factory that the pool had before
 * @param threads remember what that makes
 */
record PoolThreadFactory(String bean, ThreadFactory factory, PoolThreads threads) implements ThreadFactory {

	@Override
	public @Nullable Thread newThread(Runnable task) {
		Thread thread = this.factory.newThread(task);
		if (thread != null) {
			Attempt.<@Nullable Void>ask(() -> {
				this.threads.add(this.bean, thread);
				return null;
			}, (ex) -> null);
		}
		return thread;
	}

}
