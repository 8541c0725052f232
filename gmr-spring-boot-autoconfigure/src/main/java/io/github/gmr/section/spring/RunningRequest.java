package io.github.gmr.section.spring;

import org.jspecify.annotations.Nullable;

/**
 * A request that has begun and not ended. What the server may recycle is copied when it
 * begins.
 */
public final class RunningRequest {

	private final String method;

	private final String path;

	private final long start;

	private volatile @Nullable Thread thread;

	RunningRequest(String method, String path, long start) {
		this.method = method;
		this.path = path;
		this.start = start;
	}

	/**
	 * Say which thread deals with the request now.
	 * @param thread the thread, or {@code null} if none does
	 */
	public void runOn(@Nullable Thread thread) {
		this.thread = thread;
	}

	String method() {
		return this.method;
	}

	String path() {
		return this.path;
	}

	long start() {
		return this.start;
	}

	@Nullable Thread thread() {
		return this.thread;
	}

}
