package io.github.gmr.actuate;

import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * A response that takes whatever is done to it and keeps nothing, in each version of the
 * Servlet API. Immutable.
 */
final class IgnoredResponse implements InvocationHandler {

	private IgnoredResponse() {
	}

	static HttpServletResponse create() {
		return (HttpServletResponse) Proxy.newProxyInstance(HttpServletResponse.class.getClassLoader(),
				new Class<?>[] { HttpServletResponse.class }, new IgnoredResponse());
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
		Class<?> type = method.getReturnType();
		if (type == ServletOutputStream.class) {
			return new IgnoredStream();
		}
		if (type == PrintWriter.class) {
			return new PrintWriter(Writer.nullWriter());
		}
		if (type == Collection.class) {
			return List.of();
		}
		if (type == int.class) {
			return HttpServletResponse.SC_OK;
		}
		return (type == boolean.class) ? Boolean.FALSE : null;
	}

	/**
	 * Takes whatever is written.
	 */
	private static final class IgnoredStream extends ServletOutputStream {

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
		}

		@Override
		public void write(int data) {
		}

	}

}
