package io.github.gmr.section.executor;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.section.activity.ThreadExecutors;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Knows the threads of executors from the moment they are made: names can be given to any
 * thread, and pools do not tell which are theirs. So each pool gets a thread factory that
 * remembers what the one before it makes. Executors of the JDK and of Spring get theirs
 * when they are created, before they have threads; others are code of the application, so
 * the section about executors has workers ask them. Threads that were made before are not
 * known. Thread-safe, without a lock.
 */
public final class PoolThreads implements ThreadExecutors, BeanPostProcessor {

	private static final Set<Class<?>> KNOWN = Set.of(ThreadPoolTaskExecutor.class, ThreadPoolTaskScheduler.class,
			ThreadPoolExecutor.class, ScheduledThreadPoolExecutor.class);

	private static final int LEAST = 64;

	private final Map<Long, Made> made = new ConcurrentHashMap<>();

	/**
	 * At so many threads it is looked for those that have ended.
	 */
	private volatile int limit = LEAST;

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (KNOWN.contains(bean.getClass())) {
			follow(beanName, ExecutorState.pool((Executor) bean));
		}
		return bean;
	}

	/**
	 * Remember the threads that a pool makes from now on, unless that is done already.
	 * Asks code of the pool, which may hang.
	 * @param bean the name of the executor
	 * @param pool its pool, {@code null} if there is none
	 */
	void follow(String bean, @Nullable ThreadPoolExecutor pool) {
		if (pool != null) {
			Attempt.<@Nullable Void>ask(() -> {
				if (!(pool.getThreadFactory() instanceof PoolThreadFactory)) {
					pool.setThreadFactory(new PoolThreadFactory(bean, pool.getThreadFactory(), this));
				}
				return null;
			}, (ex) -> null);
		}
	}

	/**
	 * Give a pool the factory back that it had before.
	 * @param pool the pool, {@code null} if there is none
	 */
	static void release(@Nullable ThreadPoolExecutor pool) {
		if (pool != null && pool.getThreadFactory() instanceof PoolThreadFactory follower) {
			pool.setThreadFactory(follower.factory());
		}
	}

	/**
	 * Remember a thread, as long as it has not ended.
	 * @param bean the name of its executor
	 * @param thread the thread
	 */
	@SuppressWarnings("deprecation")
	void add(String bean, Thread thread) {
		this.made.put(thread.getId(), new Made(bean, new WeakReference<>(thread)));
		if (this.made.size() >= this.limit) {
			this.made.values().removeIf(Made::hasEnded);
			this.limit = Math.max(LEAST, 2 * this.made.size());
		}
	}

	@Override
	public @Nullable String bean(long thread) {
		Made known = this.made.get(thread);
		return (known != null) ? known.bean() : null;
	}

	int size() {
		return this.made.size();
	}

	/**
	 * A thread, and the executor it was made for.
	 */
	private record Made(String bean, WeakReference<Thread> thread) {

		private boolean hasEnded() {
			Thread known = this.thread.get();
			return known == null || known.getState() == Thread.State.TERMINATED;
		}

	}

}
