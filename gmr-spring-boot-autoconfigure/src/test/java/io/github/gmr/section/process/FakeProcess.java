package io.github.gmr.section.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A process that runs only in tests.
 */
final class FakeProcess implements ProcessHandle, ProcessHandle.Info {

	private final long pid;

	private final @Nullable FakeProcess parent;

	private final List<FakeProcess> children = new ArrayList<>();

	private boolean alive = true;

	private @Nullable RuntimeException failure;

	private FakeProcess(long pid, @Nullable FakeProcess parent) {
		this.pid = pid;
		this.parent = parent;
	}

	static FakeProcess start(long pid) {
		return new FakeProcess(pid, new FakeProcess(1, null));
	}

	static FakeProcess startFirst() {
		return new FakeProcess(1, null);
	}

	FakeProcess fork(long pid) {
		FakeProcess child = new FakeProcess(pid, this);
		this.children.add(child);
		return child;
	}

	void vanish() {
		this.alive = false;
	}

	void failWith(RuntimeException failure) {
		this.failure = failure;
	}

	@Override
	public long pid() {
		return this.pid;
	}

	@Override
	public Optional<ProcessHandle> parent() {
		return Optional.ofNullable(this.parent);
	}

	@Override
	public Stream<ProcessHandle> children() {
		return this.children.stream().map(ProcessHandle.class::cast);
	}

	@Override
	public Stream<ProcessHandle> descendants() {
		if (this.failure != null) {
			throw this.failure;
		}
		List<FakeProcess> descendants = new ArrayList<>(this.children);
		for (int i = 0; i < descendants.size(); i++) {
			descendants.addAll(descendants.get(i).children);
		}
		return descendants.stream().map(ProcessHandle.class::cast);
	}

	@Override
	public Info info() {
		return this;
	}

	@Override
	public CompletableFuture<ProcessHandle> onExit() {
		return new CompletableFuture<>();
	}

	@Override
	public boolean supportsNormalTermination() {
		return false;
	}

	@Override
	public boolean destroy() {
		return false;
	}

	@Override
	public boolean destroyForcibly() {
		return false;
	}

	@Override
	public boolean isAlive() {
		return this.alive;
	}

	@Override
	public int compareTo(ProcessHandle other) {
		return Long.compare(this.pid, other.pid());
	}

	@Override
	public Optional<String> command() {
		return Optional.of("/opt/java");
	}

	@Override
	public Optional<String> commandLine() {
		return Optional.empty();
	}

	@Override
	public Optional<String[]> arguments() {
		return Optional.of(new String[] { "-jar", "told by handle" });
	}

	@Override
	public Optional<Instant> startInstant() {
		return Optional.empty();
	}

	@Override
	public Optional<Duration> totalCpuDuration() {
		return Optional.of(Duration.ofSeconds(7));
	}

	@Override
	public Optional<String> user() {
		return Optional.of("teller");
	}

}
