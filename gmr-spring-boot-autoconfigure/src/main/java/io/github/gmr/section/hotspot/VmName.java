package io.github.gmr.section.hotspot;

/**
 * Knows the name of this VM as HotSpot's own thread dump prints it.
 */
public final class VmName {

	private VmName() {
	}

	/**
	 * Return the name.
	 * @return words such as
	 * {@code "OpenJDK 64-Bit Server VM (25.0.3+9-LTS mixed mode, sharing)"}
	 */
	public static String get() {
		return "%s (%s %s)".formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version"),
				System.getProperty("java.vm.info"));
	}

}
