package io.github.gmr.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Writes each report to a file of its own that only the owner may read. The file gets its
 * final name when it is whole; a file that exists is never overwritten, not even if
 * several threads or processes write to the directory.
 */
public final class FileSink implements ReportSink {

	private static final Set<OpenOption> CREATE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
			LinkOption.NOFOLLOW_LINKS);

	private static final int MAX_ATTEMPTS = 100;

	private final Path directory;

	private final ReportFiles files;

	private volatile @Nullable Path place;

	/**
	 * Create a sink.
	 * @param directory the directory of the files, created if it is missing
	 * @param maxFiles how many files of this application to keep
	 * @param maxTotalSize how many bytes the files of this application may take
	 */
	public FileSink(Path directory, int maxFiles, long maxTotalSize) {
		this.directory = directory.toAbsolutePath().normalize();
		this.files = new ReportFiles(this.directory, maxFiles, maxTotalSize);
	}

	@Override
	public String accept(RenderedReport report) throws IOException {
		createDirectory();
		Path file = write(report);
		retain(file);
		return file.toString();
	}

	/**
	 * Return a sink that does what this one does, without any lasting effect: it writes
	 * files to the directory for temporary files and deletes them.
	 * @return a sink for the warm-up
	 */
	public ReportSink forWarmUp() {
		return (report) -> {
			Path directory = Files.createTempDirectory("gmr");
			FileSink sink = new FileSink(directory, 1, Long.MAX_VALUE);
			try {
				sink.accept(report);
				// This one takes the place of the first
				Files.delete(Path.of(sink.accept(report)));
			}
			finally {
				Files.delete(directory);
			}
			return null;
		};
	}

	private void retain(Path file) {
		try {
			this.files.retain(file);
		}
		catch (IOException | UncheckedIOException ex) {
			// The report is written, even if older ones cannot be found
		}
	}

	/**
	 * Create the directory if it is missing. It may be a link, but must stay where it was
	 * at the first report: later only an attacker, or a mistake, replaces it by one.
	 */
	private void createDirectory() throws IOException {
		if (!Files.isDirectory(this.directory)) {
			Files.createDirectories(this.directory, permissions(this.directory, "rwx------"));
		}
		Path place = this.directory.toRealPath();
		Path known = this.place;
		if (known != null && !known.equals(place)) {
			throw new FileSystemException(this.directory.toString(), place.toString(), "the directory was " + known
					+ " before and has become a link; restart the application if that is wanted");
		}
		this.place = place;
	}

	private Path write(RenderedReport report) throws IOException {
		for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
			Path file = this.directory.resolve(ReportFiles.name(report, attempt));
			try {
				return write(report, file);
			}
			catch (FileAlreadyExistsException ex) {
				// The name is taken: the next number
			}
		}
		throw new FileAlreadyExistsException(this.directory.resolve(ReportFiles.name(report, 0)).toString());
	}

	/**
	 * Write a file under another name first. As long as that one exists no other report
	 * can take the final name.
	 */
	private Path write(RenderedReport report, Path file) throws IOException {
		Path part = file.resolveSibling(file.getFileName() + ".part");
		FileChannel channel = FileChannel.open(part, CREATE, permissions(this.directory, "rw-------"));
		try {
			try (channel; OutputStream out = Channels.newOutputStream(channel)) {
				checkFree(file);
				report.writeTo(out);
			}
			publish(part, file);
			return file;
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	private static void checkFree(Path file) throws FileAlreadyExistsException {
		if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileAlreadyExistsException(file.toString());
		}
	}

	/**
	 * Give the whole file its final name. A link, unlike a move, fails if the name is
	 * taken; where a file system has no links there is only the move, and no other
	 * program that makes reports of that name.
	 */
	private static void publish(Path part, Path file) throws IOException {
		try {
			Files.createLink(file, part);
		}
		catch (FileAlreadyExistsException ex) {
			throw ex;
		}
		catch (IOException | UnsupportedOperationException ex) {
			checkFree(file);
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
	}

	private static FileAttribute<?>[] permissions(Path directory, String permissions) {
		boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
