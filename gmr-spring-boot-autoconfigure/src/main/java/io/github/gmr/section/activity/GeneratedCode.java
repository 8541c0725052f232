package io.github.gmr.section.activity;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows frames of classes that no one has written: proxies, lambdas and accessors that
 * are generated at run time. Their names are those of code of the application, but there
 * is nothing to look up at such a place.
 */
final class GeneratedCode {

	/**
	 * Spring and CGLIB, lambdas, Hibernate, Byte Buddy, Mockito, Javassist.
	 */
	private static final List<String> MARKS = List.of("$$SpringCGLIB$$", "$$EnhancerBy", "$$FastClassBy", "$$Lambda",
			"$HibernateProxy$", "$HibernateInstantiator$", "$HibernateAccessOptimizer$", "$ByteBuddy$", "$MockitoMock$",
			"_$$_jvst", "_ClientProxy.", "(<generated>)");

	/**
	 * Proxies of the JDK, and accessors that reflection generates.
	 */
	private static final Pattern NUMBERED = Pattern
		.compile("\\.(?:\\$Proxy|Generated(?:Method|Constructor|SerializationConstructor)Accessor)\\d+\\.");

	private GeneratedCode() {
	}

	/**
	 * Return whether a frame is of a generated class.
	 * @param frame the frame in the words of the thread sections
	 * @return whether no one has written its class
	 */
	static boolean has(String frame) {
		return MARKS.stream().anyMatch(frame::contains) || NUMBERED.matcher(frame).find();
	}

}
