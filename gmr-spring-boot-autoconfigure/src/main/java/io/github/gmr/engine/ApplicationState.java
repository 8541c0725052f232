package io.github.gmr.engine;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.activity.ApplicationCode;
import org.jspecify.annotations.Nullable;

/**
 * Says why a report is not a whole one: the application starts or ends. Shows since when,
 * and where the thread stands that does so.
 *
 * <pre>
 * since = 2026-11-23T03:00:00Z
 * thread = "main" #1
 * at = com.acme.Migration.lock(Migration.java:41) in com.acme.Migration.afterPropertiesSet(Migration.java:12)
 * finding = INFO: The application is not ready, its context is still starting, since 41 s: ...
 * </pre>
 *
 * Keeps no thread from being collected.
 */
public final class ApplicationState implements BuiltInSection {

	/**
	 * As long as most applications need to end, if they do.
	 */
	private static final Duration LONG_END = Duration.ofSeconds(20);

	/**
	 * Longer than Spring waits for the parts of one phase, requests among them, unless
	 * set otherwise.
	 */
	private static final Duration LONG_STOP = Duration.ofSeconds(35);

	/**
	 * Of what is no end.
	 */
	private static final Duration NEVER = ChronoUnit.FOREVER.getDuration();

	/**
	 * Frames that call the start or the end of a context: who has called them is no part
	 * of that.
	 */
	private static final Set<String> ENTRANCES = Set.of(
			"org.springframework.context.support.AbstractApplicationContext.refresh",
			"org.springframework.context.support.AbstractApplicationContext.close",
			"org.springframework.boot.SpringApplication.run");

	private final String sentence;

	private final Duration hang;

	private final @Nullable WeakReference<Thread> thread;

	private final Instant since;

	private final ApplicationCode code;

	private final Clock clock;

	private ApplicationState(String sentence, Duration hang, @Nullable Thread thread, Instant since,
			ApplicationCode code, Clock clock) {
		this.sentence = sentence;
		this.hang = hang;
		this.thread = (thread != null) ? new WeakReference<>(thread) : null;
		this.since = since;
		this.code = code;
		this.clock = clock;
	}

	/**
	 * Return the state of an application that is started by the current thread.
	 * @param since when that began
	 * @param code knows the code of the application
	 * @return the state
	 */
	public static ApplicationState starting(Instant since, ApplicationCode code) {
		return new ApplicationState("The application is not ready, its context is still starting", NEVER,
				Thread.currentThread(), since, code, Clock.systemUTC());
	}

	/**
	 * Return the state of an application that is closed by the current thread, which
	 * stops parts of it before it destroys its beans.
	 * @param code knows the code of the application
	 * @return the state
	 */
	public static ApplicationState stopping(ApplicationCode code) {
		Clock clock = Clock.systemUTC();
		return new ApplicationState("The application is closing, parts of it are being stopped", LONG_STOP,
				Thread.currentThread(), clock.instant(), code, clock);
	}

	/**
	 * Return the state of an application whose beans are destroyed by the current thread
	 * from now on.
	 * @param code knows the code of the application
	 * @return the state
	 */
	public static ApplicationState closing(ApplicationCode code) {
		return closing(code, Clock.systemUTC());
	}

	static ApplicationState closing(ApplicationCode code, Clock clock) {
		return new ApplicationState("The application is closing, its beans are being destroyed", LONG_END,
				Thread.currentThread(), clock.instant(), code, clock);
	}

	/**
	 * Return the state of an application that is closed, while its JVM has not ended yet:
	 * it waits for other hooks.
	 * @param code knows the code of the application
	 * @return the state
	 */
	public static ApplicationState shuttingDown(ApplicationCode code) {
		Clock clock = Clock.systemUTC();
		return new ApplicationState("The application is closed and the JVM shuts down", LONG_END, null, clock.instant(),
				code, clock);
	}

	/**
	 * Returns traits that let it answer in time for the first findings, of which it is
	 * mostly the root.
	 */
	@Override
	public SectionTraits traits() {
		return SectionTraits.DEFAULT.withCollectedFirst();
	}

	@Override
	public Content content() {
		Duration time = Duration.between(this.since, this.clock.instant());
		Thread thread = (this.thread != null) ? this.thread.get() : ShutdownHooks.awaited();
		StackTraceElement[] stack = (thread != null) ? inner(thread.getStackTrace()) : new StackTraceElement[0];
		return Content.fields((fields) -> {
			fields.add("since", this.since);
			if (thread != null && stack.length > 0) {
				fields.add("thread", name(thread));
				fields.add("at", this.code.place(stack));
			}
			fields.add(finding(time, thread, stack));
		});
	}

	private Finding finding(Duration time, @Nullable Thread thread, StackTraceElement[] stack) {
		boolean hangs = time.compareTo(this.hang) >= 0;
		String place = (this.thread != null) ? place(thread, stack) : hooks(hangs, thread, stack);
		Finding finding = hangs ? Content.warning("%s, for %s now: %s", this.sentence, time, place).id("shutdown-hangs")
				: Content.info("%s, since %s: %s", this.sentence, time, place).id("application-not-ready");
		return finding.since(this.since)
			.place(this.code.frames(stack))
			.threads((thread != null) ? List.of(id(thread)) : List.of())
			.next("Threads", (thread != null) ? "#" + id(thread) : null);
	}

	private String hooks(boolean hang, @Nullable Thread hook, StackTraceElement[] stack) {
		return (hang ? "one of its shutdown hooks does not end" : "its shutdown hooks run")
				+ ((hook != null) ? ", " + place(hook, stack) : "");
	}

	private String place(@Nullable Thread thread, StackTraceElement[] stack) {
		if (thread == null) {
			return "its thread is gone";
		}
		return (stack.length > 0) ? name(thread) + " stands at " + this.code.place(stack) : name(thread) + " has ended";
	}

	private static StackTraceElement[] inner(StackTraceElement[] stack) {
		int length = 0;
		while (length < stack.length
				&& !ENTRANCES.contains(stack[length].getClassName() + "." + stack[length].getMethodName())) {
			length++;
		}
		return Arrays.copyOf(stack, length);
	}

	private static String name(Thread thread) {
		return "\"%s\" #%d".formatted(thread.getName(), id(thread));
	}

	/**
	 * Java 17 knows no other method for it.
	 */
	@SuppressWarnings("deprecation")
	private static long id(Thread thread) {
		return thread.getId();
	}

}
