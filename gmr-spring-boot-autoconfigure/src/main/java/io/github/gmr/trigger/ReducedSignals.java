package io.github.gmr.trigger;

import java.lang.management.ManagementFactory;

import com.sun.management.HotSpotDiagnosticMXBean;

/**
 * Knows whether the JVM was started with {@code -Xrs}: it then accepts handlers but never
 * calls them.
 */
final class ReducedSignals {

	private ReducedSignals() {
	}

	static boolean areInUse() {
		try {
			HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
			return vm != null && Boolean.parseBoolean(vm.getVMOption("ReduceSignalUsage").getValue());
		}
		catch (RuntimeException | LinkageError ex) {
			return false;
		}
	}

}
