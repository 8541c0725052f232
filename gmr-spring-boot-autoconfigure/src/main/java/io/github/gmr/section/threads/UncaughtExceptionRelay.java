package io.github.gmr.section.threads;

import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

import org.jspecify.annotations.Nullable;

/**
 * The default handler of uncaught exceptions: notes each, and then prints it as the JDK
 * does where there is none. The handler itself is made of types of the JDK only. So it
 * pins no class loader when it must stay because another handler, set after it, calls it:
 * it prints no more than the stack then.
 */
final class UncaughtExceptionRelay {

	private static final MethodType TYPE = MethodType.methodType(void.class, Thread.class, Throwable.class);

	private final MutableCallSite target = new MutableCallSite(TYPE);

	private final UncaughtExceptionHandler handler;

	private UncaughtExceptionRelay(UncaughtExceptionHandler notes) throws ReflectiveOperationException {
		MethodHandle handle = MethodHandles.lookup()
			.findStatic(UncaughtExceptionRelay.class, "handle",
					MethodType.methodType(void.class, UncaughtExceptionHandler.class, Thread.class, Throwable.class));
		this.target.setTarget(MethodHandles.empty(TYPE));
		this.handler = handler(this.target);
		// Links it
		this.handler.uncaughtException(Thread.currentThread(), new IllegalStateException());
		this.target.setTarget(handle.bindTo(notes));
	}

	/**
	 * Set the handler.
	 * @param notes is called before anything is printed
	 * @return the relay, or {@code null} if this JVM does not let it be made
	 */
	static @Nullable UncaughtExceptionRelay install(UncaughtExceptionHandler notes) {
		try {
			UncaughtExceptionRelay relay = new UncaughtExceptionRelay(notes);
			Thread.setDefaultUncaughtExceptionHandler(relay.handler);
			return relay;
		}
		catch (ReflectiveOperationException | SecurityException ex) {
			return null;
		}
	}

	boolean isInstalled() {
		return Thread.getDefaultUncaughtExceptionHandler() == this.handler;
	}

	/**
	 * Note nothing any more, and give the place back unless another handler has taken it.
	 */
	void remove() {
		if (isInstalled()) {
			Thread.setDefaultUncaughtExceptionHandler(null);
		}
		try {
			MethodHandle print = MethodHandles.publicLookup()
				.findVirtual(Throwable.class, "printStackTrace", MethodType.methodType(void.class));
			this.target.setTarget(MethodHandles.dropArguments(print, 0, Thread.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Make the handler. On JDK 17 it keeps the context class loader of its maker.
	 */
	private static UncaughtExceptionHandler handler(MutableCallSite target) {
		Thread thread = Thread.currentThread();
		ClassLoader classLoader = thread.getContextClassLoader();
		try {
			thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
			return MethodHandleProxies.asInterfaceInstance(UncaughtExceptionHandler.class, target.dynamicInvoker());
		}
		finally {
			thread.setContextClassLoader(classLoader);
		}
	}

	private static void handle(UncaughtExceptionHandler notes, Thread thread, Throwable cause) {
		if (cause.getClass().getName().equals("java.lang.ThreadDeath")) {
			return;
		}
		try {
			notes.uncaughtException(thread, cause);
		}
		catch (RuntimeException | Error ex) {
			// It is printed all the same
		}
		// Without anything that would have to be linked when there is no memory for it
		System.err.print("Exception in thread \"".concat(thread.getName()).concat("\" "));
		cause.printStackTrace(System.err);
	}

}
