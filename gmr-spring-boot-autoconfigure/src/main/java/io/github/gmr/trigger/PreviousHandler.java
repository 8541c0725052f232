package io.github.gmr.trigger;

import java.lang.reflect.InvocationTargetException;

/**
 * The handler that a signal had before ours. Reached by reflection: jnr-posix wraps it so
 * that it can neither be distinguished from the default action nor be put back without
 * pinning the class loader of this library. Immutable, called on threads of the JVM that
 * handle signals.
 */
final class PreviousHandler {

	private final Object signal;

	private final Object handler;

	private PreviousHandler(Object signal, Object handler) {
		this.signal = signal;
		this.handler = handler;
	}

	/**
	 * Ignore a signal until the next handler is registered.
	 * @param signal the signal
	 * @return the handler it had
	 * @throws ReflectiveOperationException if this JVM has no access to signals
	 * @throws IllegalArgumentException if the JVM refuses the signal
	 */
	static PreviousHandler replace(SignalName signal) throws ReflectiveOperationException {
		try {
			Object type = Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(signal.name());
			return new PreviousHandler(type, set(type, constant("SIG_IGN")));
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof IllegalArgumentException refusal) {
				throw refusal;
			}
			throw ex;
		}
	}

	/**
	 * Call the handler if another library set one.
	 */
	void handle() {
		try {
			if (isForeign()) {
				handlerType().getMethod("handle", this.signal.getClass()).invoke(this.handler, this.signal);
			}
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			// An exception of another library's handler is not ours to handle
		}
	}

	/**
	 * Put the handler of another library back, or ignore the signal if there was none.
	 */
	void restore() {
		try {
			set(this.signal, isForeign() ? this.handler : constant("SIG_IGN"));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			// It was registered this way, so it can be given back this way
		}
	}

	private boolean isForeign() throws ReflectiveOperationException {
		return this.handler != constant("SIG_DFL") && this.handler != constant("SIG_IGN");
	}

	private static Object set(Object signal, Object handler) throws ReflectiveOperationException {
		return signal.getClass().getMethod("handle", signal.getClass(), handlerType()).invoke(null, signal, handler);
	}

	private static Object constant(String name) throws ReflectiveOperationException {
		return handlerType().getField(name).get(null);
	}

	private static Class<?> handlerType() throws ReflectiveOperationException {
		return Class.forName("sun.misc.SignalHandler");
	}

}
