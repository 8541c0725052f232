package io.github.gmr.section.jvm;

/**
 * The name of this VM as HotSpot's own thread dump tells it.
 */
final class VmName {

	private VmName() {
	}

	static String get() {
		return "%s (%s %s)".formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version"),
				System.getProperty("java.vm.info"));
	}

}
