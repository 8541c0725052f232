package io.github.gmr.section.hotspot;

/**
 * Describes a stack frame as HotSpot does, in words such as
 * {@code "java.lang.Thread.run(java.base@17/Thread.java:840)"}.
 */
public final class HotSpotFrame {

	private HotSpotFrame() {
	}

	/**
	 * Describe a frame.
	 * @param frame the frame
	 * @return HotSpot's words
	 */
	public static String of(StackTraceElement frame) {
		StringBuilder text = new StringBuilder(96);
		text.append(frame.getClassName()).append('.').append(frame.getMethodName()).append('(');
		appendModule(frame, text);
		appendPlace(frame, text);
		return text.append(')').toString();
	}

	private static void appendModule(StackTraceElement frame, StringBuilder text) {
		if (frame.getModuleName() != null) {
			text.append(frame.getModuleName());
			if (frame.getModuleVersion() != null) {
				text.append('@').append(frame.getModuleVersion());
			}
			text.append('/');
		}
	}

	private static void appendPlace(StackTraceElement frame, StringBuilder text) {
		if (frame.isNativeMethod()) {
			text.append("Native Method");
		}
		else if (frame.getFileName() == null) {
			text.append("Unknown Source");
		}
		else {
			text.append(frame.getFileName());
			if (frame.getLineNumber() >= 0) {
				text.append(':').append(frame.getLineNumber());
			}
		}
	}

	/**
	 * Describe a frame of the JDK's own dump, such as
	 * {@code "java.base/java.lang.Thread.run(Thread.java:840)"}, in the same way.
	 * @param frame the frame
	 * @return HotSpot's words
	 */
	public static String of(String frame) {
		int slash = frame.indexOf('/');
		int parenthesis = frame.indexOf('(');
		if (slash < 0 || slash > parenthesis || !(frame.startsWith("java.") || frame.startsWith("jdk."))
				|| frame.lastIndexOf("$$", slash) >= 0) {
			return frame;
		}
		return frame.substring(slash + 1, parenthesis + 1) + frame.substring(0, slash + 1)
				+ frame.substring(parenthesis + 1);
	}

}
