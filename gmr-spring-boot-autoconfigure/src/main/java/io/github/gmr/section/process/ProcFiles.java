package io.github.gmr.section.process;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads what Linux reports about processes in the files of {@code /proc}.
 *
 * @param proc the directory, which need not exist
 */
public record ProcFiles(Path proc) {

	/**
	 * Name of the process that asks. Unlike its number it is right in every namespace.
	 */
	static final String SELF = "self";

	private static final String SOCKET = "socket:[";

	private static final String OPEN_FILES = "open files";

	/**
	 * How many open files to look at: a quarter of a second's worth.
	 */
	private static final int MAX_LINKS = 50_000;

	/**
	 * More than a command line may have.
	 */
	private static final int MAX_SIZE = 8 * 1024 * 1024;

	/**
	 * Return the status of a process.
	 * @param process its number or {@link #SELF}
	 * @return the status, {@link ProcessStatus#UNKNOWN} if it cannot be read
	 */
	ProcessStatus status(String process) {
		try {
			return ProcessStatus.parse(lines(this.proc.resolve(process).resolve("status")));
		}
		catch (IOException ex) {
			return ProcessStatus.UNKNOWN;
		}
	}

	/**
	 * Return the numbers in the status of this process.
	 * @return the file, which has not been read
	 */
	NumberFile numbers() {
		return new NumberFile(this.proc.resolve(SELF).resolve("status"));
	}

	/**
	 * Return the arguments that this process was started with.
	 * @return the arguments, the program first; empty if they cannot be read
	 */
	List<String> commandLine() {
		try {
			String arguments = text(this.proc.resolve(SELF).resolve("cmdline"));
			return (!arguments.isEmpty()) ? List.of(arguments.replaceFirst("\0$", "").split("\0", -1)) : List.of();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	/**
	 * Return the directory that relative paths of this process start from.
	 * @return the directory, or {@code null} if it cannot be read
	 */
	@Nullable String workingDirectory() {
		try {
			return Files.readSymbolicLink(this.proc.resolve(SELF).resolve("cwd")).toString();
		}
		catch (IOException ex) {
			return System.getProperty("user.dir");
		}
	}

	/**
	 * Return the file descriptors of this process.
	 * @return the file descriptors, unknown if the system does not report them
	 * @throws IOException if the process is too sick to ask, as without a descriptor left
	 */
	OpenFiles openFiles() throws IOException {
		try {
			List<Path> links = openLinks();
			return new OpenFiles(links.size() - 1L, softLimit(OPEN_FILES), FileKind.of(targets(links)));
		}
		catch (NoSuchFileException | AccessDeniedException | NotDirectoryException ex) {
			return OpenFiles.UNKNOWN;
		}
	}

	/**
	 * Return the sockets that this process has open.
	 * @return the number by which the system knows each
	 * @throws IOException if they cannot be read
	 */
	public Set<Long> sockets() throws IOException {
		Set<Long> sockets = new HashSet<>();
		for (String target : targets(openLinks())) {
			if (target.startsWith(SOCKET)) {
				Long inode = number(target.substring(SOCKET.length(), target.length() - 1));
				sockets.add((inode != null) ? inode : -1);
			}
		}
		return sockets;
	}

	/**
	 * Return what this process may have.
	 * @return the limits, none if the system does not report them
	 * @throws IOException if the process is too sick to ask
	 */
	List<ResourceLimit> limits() throws IOException {
		try {
			return ResourceLimit.parse(lines(this.proc.resolve(SELF).resolve("limits")));
		}
		catch (NoSuchFileException | AccessDeniedException | NotDirectoryException ex) {
			return List.of();
		}
	}

	private List<Path> openLinks() throws IOException {
		try (Stream<Path> files = Files.list(this.proc.resolve(SELF).resolve("fd"))) {
			return files.toList();
		}
	}

	private static List<String> targets(List<Path> links) {
		return links.stream().limit(MAX_LINKS).map(ProcFiles::target).flatMap(Optional::stream).toList();
	}

	/**
	 * Returns what is open, unless it has been closed: as the descriptor has that was
	 * open to list the others.
	 */
	private static Optional<String> target(Path link) {
		try {
			return Optional.of(Files.readSymbolicLink(link).toString());
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private @Nullable Long softLimit(String name) throws IOException {
		return limits().stream()
			.filter((limit) -> limit.name().equals(name))
			.findFirst()
			.map((limit) -> number(limit.soft()))
			.orElse(null);
	}

	/**
	 * Read a number.
	 * @param text the text, or {@code null}
	 * @return the number, or {@code null} if the text is none
	 */
	public static @Nullable Long number(@Nullable String text) {
		try {
			return (text != null) ? Long.valueOf(text) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static List<String> lines(Path file) throws IOException {
		return text(file).lines().toList();
	}

	private static String text(Path file) throws IOException {
		return SmallFile.text(file, MAX_SIZE);
	}

}
