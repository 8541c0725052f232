package io.github.gmr.section.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.gmr.section.process.NumberFile;
import io.github.gmr.section.process.SmallFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Linux reports about the machine and its limits in small files.
 *
 * @param root the directory that holds {@code proc} and {@code sys}
 */
public record MachineFiles(Path root) {

	private static final int MAX_SIZE = 16 * 1024;

	/**
	 * Return the lines of a file.
	 * @param file the path below the root
	 * @return the lines, none if the file cannot be read
	 */
	List<String> lines(String file) {
		try {
			return SmallFile.text(this.root.resolve(file), MAX_SIZE).lines().toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	/**
	 * Return a file of numbers.
	 * @param file the path below the root
	 * @return the file, which has not been read
	 */
	NumberFile numbers(String file) {
		return new NumberFile(this.root.resolve(file));
	}

	/**
	 * Return the first line of a file, if it is a number.
	 * @param file the path below the root
	 * @return the number, or {@code null}
	 */
	@Nullable Long number(String file) {
		return numbers(file).read().number();
	}

	/**
	 * Return the number that follows a word at the beginning of a line.
	 * @param file the path below the root
	 * @param word the word
	 * @return the number, or {@code null}
	 */
	@Nullable Long number(String file, String word) {
		return numbers(file).read().number(word);
	}

	/**
	 * Return how many native threads this process has.
	 * @return the number of threads, or {@code null} if it is not known
	 */
	public @Nullable Long threads() {
		return number("proc/self/status", "Threads:");
	}

	/**
	 * Return how many threads the user of this process may have. Root may have as many as
	 * the system.
	 * @return the limit, or {@code null} if it is not known
	 */
	public @Nullable Long threadLimit() {
		Long system = number("proc/sys/kernel/threads-max");
		Long user = number("proc/self/limits", "Max processes");
		boolean root = Long.valueOf(0).equals(number("proc/self/status", "Uid:"));
		if (root || user == null) {
			return system;
		}
		return (system != null) ? Long.valueOf(Math.min(system, user)) : user;
	}

	boolean exists(String file) {
		return Files.exists(this.root.resolve(file));
	}

}
