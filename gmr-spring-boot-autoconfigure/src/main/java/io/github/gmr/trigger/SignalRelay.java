package io.github.gmr.trigger;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * What a signal calls in this JVM: a request of ours, then the handler that it had
 * before. The handler itself is made of types of the JDK only. So it pins no class loader
 * when it must stay because another handler, set after it, calls it: it is empty then,
 * and only passes the signal on. Several copies of this library can come and go in any
 * order. Reached by reflection: {@code sun.misc} cannot be named without a warning, and
 * may be missing.
 */
final class SignalRelay {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

	private final Object signal;

	private final AtomicReference<@Nullable Runnable> request = new AtomicReference<>();

	private final AtomicReference<@Nullable Object> previous = new AtomicReference<>();

	private final Object handler;

	private SignalRelay(Object signal) throws ReflectiveOperationException {
		this.signal = signal;
		this.handler = handler(signal.getClass(), this.request, this.previous);
	}

	/**
	 * Let a signal request something.
	 * @param signal the signal
	 * @param request is run for each signal, on a thread of the JVM; must not wait nor
	 * throw
	 * @return the relay
	 * @throws ReflectiveOperationException if this JVM has no access to signals
	 * @throws IllegalArgumentException if the JVM refuses the signal
	 */
	static SignalRelay install(SignalName signal, Runnable request) throws ReflectiveOperationException {
		SignalRelay relay = new SignalRelay(signal(signal.name()));
		relay.rehearse();
		relay.request.set(request);
		Object previous = set(relay.signal, relay.handler);
		relay.previous.set(isForeign(previous) ? previous : null);
		return relay;
	}

	/**
	 * Ignore a signal whose default action would end the process. A signal that has a
	 * handler keeps it.
	 * @param signal the signal
	 */
	static void ignore(SignalName signal) {
		try {
			Object type = signal(signal.name());
			Object current = set(type, constant("SIG_IGN"));
			if (isForeign(current)) {
				set(type, current);
			}
		}
		catch (ReflectiveOperationException | IllegalArgumentException | LinkageError ex) {
			// There is no access to signals, or this one cannot be ignored
		}
	}

	/**
	 * Return whether the platform has a signal.
	 * @param name the name without {@code SIG}
	 * @return whether it has, or that cannot be known
	 */
	static boolean exists(String name) {
		try {
			signal(name);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
		catch (ReflectiveOperationException | LinkageError ex) {
			return true;
		}
	}

	/**
	 * Request nothing any more. The handler that the signal had before gets it back, or
	 * else it is ignored; a handler that was set after this one stays.
	 */
	void remove() {
		this.request.set(null);
		try {
			Object current = set(this.signal, constant("SIG_IGN"));
			Object next = (current != this.handler) ? current : this.previous.getAndSet(null);
			if (next != null) {
				set(this.signal, next);
			}
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			// It was set this way, so it can be given back this way
		}
	}

	/**
	 * Run the handler once, without any effect, so that nothing has to be linked when the
	 * first signal arrives in a JVM that can load nothing any more.
	 */
	private void rehearse() throws ReflectiveOperationException {
		this.request.set(() -> {
		});
		handlerType().getMethod("handle", this.signal.getClass()).invoke(this.handler, this.signal);
	}

	/**
	 * Make a handler. On JDK 17 it keeps the context class loader of its maker.
	 */
	private static Object handler(Class<?> signal, AtomicReference<?> request, AtomicReference<?> previous)
			throws ReflectiveOperationException {
		Thread thread = Thread.currentThread();
		ClassLoader classLoader = thread.getContextClassLoader();
		try {
			thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
			MethodHandle first = MethodHandles.dropArguments(run(request), 0, signal);
			return MethodHandleProxies.asInterfaceInstance(handlerType(),
					MethodHandles.foldArguments(handle(signal, previous), first));
		}
		finally {
			thread.setContextClassLoader(classLoader);
		}
	}

	/**
	 * Return what runs the content of a reference, if any: {@code () -> void}.
	 */
	private static MethodHandle run(AtomicReference<?> reference) throws ReflectiveOperationException {
		MethodType type = MethodType.methodType(void.class, Object.class);
		MethodHandle run = LOOKUP.findVirtual(Runnable.class, "run", MethodType.methodType(void.class)).asType(type);
		MethodHandle guarded = MethodHandles.guardWithTest(nonNull(), run, MethodHandles.empty(type));
		return MethodHandles.collectArguments(guarded, 0, get(reference));
	}

	/**
	 * Return what calls the handler in a reference, if any, whatever that throws:
	 * {@code (Signal) -> void}.
	 */
	private static MethodHandle handle(Class<?> signal, AtomicReference<?> reference)
			throws ReflectiveOperationException {
		MethodType type = MethodType.methodType(void.class, Object.class, signal);
		MethodHandle handle = LOOKUP.findVirtual(handlerType(), "handle", MethodType.methodType(void.class, signal))
			.asType(type);
		MethodHandle guarded = MethodHandles.guardWithTest(MethodHandles.dropArguments(nonNull(), 1, signal), handle,
				MethodHandles.empty(type));
		MethodHandle caught = MethodHandles.catchException(guarded, Throwable.class,
				MethodHandles.empty(type.insertParameterTypes(0, Throwable.class)));
		return MethodHandles.collectArguments(caught, 0, get(reference));
	}

	private static MethodHandle get(AtomicReference<?> reference) throws ReflectiveOperationException {
		return LOOKUP.findVirtual(AtomicReference.class, "get", MethodType.methodType(Object.class)).bindTo(reference);
	}

	private static MethodHandle nonNull() throws ReflectiveOperationException {
		return LOOKUP.findStatic(Objects.class, "nonNull", MethodType.methodType(boolean.class, Object.class));
	}

	private static boolean isForeign(Object handler) throws ReflectiveOperationException {
		return handler != constant("SIG_DFL") && handler != constant("SIG_IGN");
	}

	private static Object signal(String name) throws ReflectiveOperationException {
		return unwrapped(() -> Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name));
	}

	private static Object set(Object signal, Object handler) throws ReflectiveOperationException {
		return unwrapped(() -> signal.getClass()
			.getMethod("handle", signal.getClass(), handlerType())
			.invoke(null, signal, handler));
	}

	private static Object unwrapped(Reflection reflection) throws ReflectiveOperationException {
		try {
			return reflection.run();
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof IllegalArgumentException refusal) {
				throw refusal;
			}
			throw ex;
		}
	}

	private static Object constant(String name) throws ReflectiveOperationException {
		return handlerType().getField(name).get(null);
	}

	private static Class<?> handlerType() throws ReflectiveOperationException {
		return Class.forName("sun.misc.SignalHandler");
	}

	/**
	 * Reaches something by reflection.
	 */
	@FunctionalInterface
	private interface Reflection {

		Object run() throws ReflectiveOperationException;

	}

}
