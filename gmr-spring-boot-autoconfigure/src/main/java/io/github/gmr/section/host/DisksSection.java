package io.github.gmr.section.host;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.ReportSection;
import io.github.gmr.worker.PatientReader;
import org.jspecify.annotations.Nullable;

/**
 * Tells how full the disks are that the application writes to. Asks for its own paths
 * only, and leaves one behind whose disk does not answer.
 *
 * <pre>
 * disks =
 *   what               path      size    free
 *   working directory  /app      20 GB   11 GB
 *   temporary files    /tmp      512 MB  37 MB
 *   reports            /reports  1 GB    no answer within 500 ms
 * </pre>
 */
public final class DisksSection implements ReportSection {

	private static final long PATIENCE = 1000;

	private final List<Map.Entry<String, Path>> paths;

	private final DisksOptions options;

	private final PatientReader<Map.Entry<String, Path>, Disk> reader;

	/**
	 * Create the section.
	 * @param paths the paths of the application by what they are for
	 * @param options when it raises findings
	 * @param executor has a thread other than the caller's
	 */
	public DisksSection(Map<String, Path> paths, DisksOptions options, Executor executor) {
		this(paths, options, executor, Files::getFileStore);
	}

	DisksSection(Map<String, Path> paths, DisksOptions options, Executor executor, Stores stores) {
		this.paths = List.copyOf(paths.entrySet());
		this.options = options;
		this.reader = new PatientReader<>(executor, PATIENCE, (path) -> Disk.read(path, stores),
				(path, silence) -> new Disk(path.getKey(), path.getValue(), null, null, silence));
	}

	@Override
	public Content content() {
		List<Disk> disks = this.reader.read(this.paths);
		return Content.fields((fields) -> {
			disks.stream()
				.filter((disk) -> disk.isNearlyFull(this.options))
				.forEach((disk) -> fields.add(disk.finding()));
			fields.add("disks", Content.table(disks, (table) -> {
				table.column("what", Disk::what);
				table.column("path", (disk) -> disk.path().toString());
				table.column("size", (disk) -> disk.words(disk.size()));
				table.column("free", (disk) -> disk.words(disk.free()));
			}));
		});
	}

	/**
	 * Finds the disk of a path.
	 */
	@FunctionalInterface
	interface Stores {

		FileStore of(Path path) throws IOException;

	}

	/**
	 * The disk of a path.
	 *
	 * @param what what the path is for
	 * @param path the path
	 * @param size the size of the disk, {@code null} if it does not tell
	 * @param free how much the application may still write
	 * @param silence why the disk does not tell
	 */
	private record Disk(String what, Path path, @Nullable Long size, @Nullable Long free, String silence) {

		static Disk read(Map.Entry<String, Path> path, Stores stores) {
			try {
				FileStore store = stores.of(path.getValue());
				return new Disk(path.getKey(), path.getValue(), store.getTotalSpace(), store.getUsableSpace(), "");
			}
			catch (IOException | RuntimeException | LinkageError ex) {
				return new Disk(path.getKey(), path.getValue(), null, null, "failed: " + ex.getClass().getName());
			}
		}

		boolean isNearlyFull(DisksOptions options) {
			return this.size != null && this.free != null && this.free < options.free()
					&& new Share(this.size - this.free, this.size).reaches(options.used());
		}

		Finding finding() {
			return Content.warning("The disk of %s (%s) is nearly full: %s of %s are free", this.path, this.what,
					words(this.free), words(this.size));
		}

		Object words(@Nullable Long bytes) {
			return (bytes != null && bytes >= 0) ? new ByteSize(bytes) : this.silence;
		}

	}

}
