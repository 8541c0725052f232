package io.github.gmr.section.host;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.worker.Outcome;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Shows how full the disks are that the application writes to. Asks for its own paths
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
public final class DisksSection implements BuiltInSection {

	private static final Duration LIMIT = Duration.ofSeconds(1);

	private final List<Map.Entry<String, Path>> paths;

	private final DisksOptions options;

	private final Workers workers;

	private final Stores stores;

	/**
	 * Create the section.
	 * @param paths the paths of the application by what they are for
	 * @param options when it raises findings
	 * @param workers ask the disks
	 */
	public DisksSection(Map<String, Path> paths, DisksOptions options, Workers workers) {
		this(paths, options, workers, Files::getFileStore);
	}

	DisksSection(Map<String, Path> paths, DisksOptions options, Workers workers, Stores stores) {
		this.paths = List.copyOf(paths.entrySet());
		this.options = options;
		this.workers = workers;
		this.stores = stores;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1300);
	}

	@Override
	public Content content() {
		List<Disk> disks = disks();
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

	private List<Disk> disks() {
		List<Outcome<Disk>> outcomes = this.workers.attemptEach(this.paths, this::disk, LIMIT);
		List<Disk> disks = new ArrayList<>();
		for (int i = 0; i < outcomes.size(); i++) {
			disks.add(outcomes.get(i).orElse(Disk.silent(this.paths.get(i), outcomes.get(i).reason())));
		}
		return disks;
	}

	private Disk disk(Map.Entry<String, Path> path) {
		return Disk.read(path, this.stores);
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
	 * @param size the size of the disk, {@code null} if it is not known
	 * @param free how much the application may still write
	 * @param silence why the sizes are not known
	 */
	private record Disk(String what, Path path, @Nullable Long size, @Nullable Long free, String silence) {

		static Disk read(Map.Entry<String, Path> path, Stores stores) {
			try {
				FileStore store = stores.of(path.getValue());
				return new Disk(path.getKey(), path.getValue(), store.getTotalSpace(), store.getUsableSpace(), "");
			}
			catch (IOException | RuntimeException | LinkageError ex) {
				return silent(path, "failed: " + ex.getClass().getName());
			}
		}

		static Disk silent(Map.Entry<String, Path> path, String reason) {
			return new Disk(path.getKey(), path.getValue(), null, null, reason);
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
