package io.github.gmr.sick;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * Fills the metaspace of this JVM, that of the application's own class loader, too.
 */
public final class Metaspace {

	private static final int LARGE = 2000;

	private static final List<ClassLoader> kept = new ArrayList<>();

	private static int count;

	private Metaspace() {
	}

	/**
	 * Load classes until there is no room for another one, however small.
	 */
	static void fill() {
		for (int methods = LARGE; methods >= 0; methods = (methods > 0) ? methods / 4 : -1) {
			fillLoaders(methods);
			fillOwnLoader(methods);
		}
	}

	/**
	 * Load a large class.
	 * @return its class loader
	 */
	public static ClassLoader loadLargeClass() {
		Loader loader = new Loader();
		loader.define(nextClass(LARGE));
		return loader;
	}

	private static void fillLoaders(int methods) {
		try {
			while (true) {
				Loader loader = new Loader();
				kept.add(loader);
				loader.define(nextClass(methods));
			}
		}
		catch (OutOfMemoryError ex) {
			// There is no room for another one of this size
		}
	}

	private static void fillOwnLoader(int methods) {
		try {
			while (true) {
				MethodHandles.lookup().defineClass(nextClass(methods));
			}
		}
		catch (OutOfMemoryError ex) {
			// There is no room for another one of this size
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] nextClass(int methods) {
		ClassWriter writer = new ClassWriter(0);
		writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "io/github/gmr/sick/Filler" + count++, null, "java/lang/Object",
				null);
		for (int i = 0; i < methods; i++) {
			MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "method" + i, "()V", null, null);
			method.visitCode();
			method.visitInsn(Opcodes.RETURN);
			method.visitMaxs(0, 0);
			method.visitEnd();
		}
		writer.visitEnd();
		return writer.toByteArray();
	}

	/**
	 * A loader of one class.
	 */
	private static final class Loader extends ClassLoader {

		private void define(byte[] bytes) {
			defineClass(null, bytes, 0, bytes.length);
		}

	}

}
