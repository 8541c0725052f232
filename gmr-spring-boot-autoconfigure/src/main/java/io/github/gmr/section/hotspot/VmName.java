package io.github.gmr.section.hotspot;

/**
 * The name of this VM as HotSpot's own thread dump tells it.
 */
public final class VmName {

	private VmName() {
	}

	public static String get() {
		return "%s (%s %s)".formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version"),
				System.getProperty("java.vm.info"));
	}

}
