package io.github.gmr.section.web;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.github.gmr.content.text.Attempt;
import io.github.gmr.section.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * A request that has begun and not ended. What the server may recycle is copied when it
 * begins.
 */
public final class RunningRequest extends Work {

	private final String method;

	private final String path;

	private final @Nullable String trace;

	private final BooleanSupplier streaming;

	RunningRequest(String method, String path, @Nullable String trace, BooleanSupplier streaming,
			LongSupplier nanoTime) {
		super(nanoTime);
		this.method = method;
		this.path = path;
		this.trace = trace;
		this.streaming = streaming;
	}

	@Override
	public String words() {
		return this.method + " " + this.path;
	}

	String method() {
		return this.method;
	}

	String path() {
		return this.path;
	}

	@Nullable String trace() {
		return this.trace;
	}

	/**
	 * Return whether the request may well run for long: its response has begun, as that
	 * of a stream of events does, or it waits for something to happen without a thread,
	 * as long polling does.
	 */
	@Override
	public boolean mayLast() {
		return Attempt.<Boolean>ask(this.streaming::getAsBoolean, (ex) -> false);
	}

}
