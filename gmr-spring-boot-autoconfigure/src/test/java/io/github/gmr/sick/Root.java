package io.github.gmr.sick;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

/**
 * What only the superuser can do, and how to be somebody else.
 */
public final class Root {

	static final int NOBODY = 65534;

	private Root() {
	}

	static boolean isUs() {
		try {
			return Files.getAttribute(Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(0);
		}
		catch (Exception ex) {
			return false;
		}
	}

	/**
	 * Return a command that runs another as a user who may read everything, as the class
	 * path may be anywhere, but write nothing of others.
	 * @return the command, empty if we are not the superuser anyway
	 */
	static String[] nobody() {
		String id = Integer.toString(NOBODY);
		return isUs() ? List
			.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups", "--inh-caps=+dac_read_search",
					"--ambient-caps=+dac_read_search")
			.toArray(String[]::new) : new String[0];
	}

	/**
	 * Return a command that runs another with a file system of its own.
	 * @param options the options of the file system
	 * @param directory where it is mounted
	 * @return the command
	 */
	public static String[] withFileSystem(String options, Path directory) {
		Assumptions.assumeTrue(isUs(), "Only the superuser can mount a file system");
		return new String[] { "unshare", "-m", "bash", "-c",
				"mount -t tmpfs -o " + options + " tmpfs " + directory + " || exit 77; exec \"$@\"", "bash" };
	}

	/**
	 * Return a command that runs another with a file system that never answers: one in
	 * user space, whose server is the process itself and does not know.
	 * @param directory where it is mounted
	 * @return the command
	 */
	static String[] withHungFileSystem(Path directory) {
		Assumptions.assumeTrue(isUs() && Files.exists(Path.of("/dev/fuse")),
				"Only the superuser can mount a file system, and FUSE must be there");
		return new String[] { "unshare", "-m", "bash", "-c",
				"exec 3<>/dev/fuse; " + "mount -i -t fuse -o fd=3,rootmode=40000,user_id=0,group_id=0 hung " + directory
						+ " || exit 77; exec \"$@\"",
				"bash" };
	}

}
