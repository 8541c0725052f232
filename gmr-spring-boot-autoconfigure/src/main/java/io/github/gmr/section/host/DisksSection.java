package io.github.gmr.section.host;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.FieldsBuilder;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Text;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.bean.Reading;
import io.github.gmr.section.bean.Readings;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Shows how full the disks are that the application writes to. Asks for its own paths
 * only, and leaves one behind whose disk does not answer. For what does not exist yet the
 * disk is shown on which it would be made.
 *
 * <pre>
 * disks =
 *   what               path      size    free
 *   working directory  /app      20 GB   11 GB
 *   temporary files    /tmp      512 MB  37 MB
 *   log                /logs     timed out: no answer within 500 ms, stuck at ...
 * </pre>
 */
public final class DisksSection implements BuiltInSection {

	private static final String TITLE = "Disks";

	private static final Check FULL = new Check("disk-full");

	private final List<Map.Entry<String, Path>> paths;

	private final DisksOptions options;

	private final Workers workers;

	private final Disks disks;

	/**
	 * Create the section.
	 * @param paths the paths of the application by what they are for
	 * @param options when it raises findings
	 * @param workers ask the disks
	 */
	public DisksSection(Map<String, Path> paths, DisksOptions options, Workers workers) {
		this(paths, options, workers, Disk::of);
	}

	DisksSection(Map<String, Path> paths, DisksOptions options, Workers workers, Disks disks) {
		this.paths = List.copyOf(paths.entrySet());
		this.options = options;
		this.workers = workers;
		this.disks = disks;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1300).withChecks(FULL);
	}

	@Override
	public Content content() {
		Readings<Disk> readings = Readings.ofSlow(this.workers, this.paths, Map.Entry::getKey, Function.identity(),
				(path) -> this.disks.ofNearest(path.getValue()));
		List<Line> lines = IntStream.range(0, this.paths.size())
			.mapToObj((i) -> new Line(this.paths.get(i).getValue().toString(), readings.all().get(i)))
			.toList();
		return Content.fields((fields) -> {
			readings.addFinding(fields, "disks", TITLE);
			addChecks(fields, lines);
			fields.add("disks", Content.table(lines, (table) -> {
				table.column("what", Line::what);
				table.column("path", (line) -> Text.ofSetting("", line.path()));
				table.column("size", (line) -> line.words(Disk::size));
				table.column("free", (line) -> line.words(Disk::free));
			}));
		});
	}

	/**
	 * Look at each disk once.
	 */
	private void addChecks(FieldsBuilder fields, List<Line> lines) {
		byDisk(lines)
			.forEach((disk, names) -> fields.add(FULL.of(disk.isNearlyFull(this.options) ? finding(disk, names) : null,
					Level.of(disk.used(), this.options.used()))));
		if (lines.stream().anyMatch((line) -> line.reading().answer() == null)) {
			fields.add(FULL.notPossible("not every disk answers"));
		}
	}

	/**
	 * Returns the disks, each with what it is for.
	 */
	private static Map<Disk, List<String>> byDisk(List<Line> lines) {
		Map<Object, Disk> disks = new LinkedHashMap<>();
		Map<Disk, List<String>> names = new LinkedHashMap<>();
		for (Line line : lines) {
			Disk disk = line.reading().answer();
			if (disk != null) {
				names.computeIfAbsent(disks.computeIfAbsent(disk.identity(), (any) -> disk), (any) -> new ArrayList<>())
					.add(line.reading().name());
			}
		}
		return names;
	}

	private static Finding finding(Disk disk, List<String> names) {
		return Content
			.warning("The disk of %s is nearly full: %s of %s are free", String.join(", ", names),
					new ByteSize(disk.free), new ByteSize(disk.size))
			.subject("disk of " + String.join(", ", names))
			.evidence("free", new ByteSize(disk.free))
			.evidence("size", new ByteSize(disk.size))
			.next(TITLE, names.get(0));
	}

	/**
	 * Finds the disk of a path.
	 */
	@FunctionalInterface
	interface Disks {

		/**
		 * Return the disk that something is on.
		 * @param path the path
		 * @return the disk
		 * @throws NoSuchFileException if nothing is at the path
		 * @throws IOException if the disk cannot be asked
		 */
		Disk of(Path path) throws IOException;

		/**
		 * Return the disk that something is on, or would be once it is made.
		 * @param path the path, an absolute one
		 * @return the disk
		 * @throws IOException if the disk cannot be asked
		 */
		default Disk ofNearest(Path path) throws IOException {
			try {
				return of(path);
			}
			catch (NoSuchFileException ex) {
				Path parent = path.getParent();
				if (parent == null) {
					throw ex;
				}
				return ofNearest(parent).beforeItIsMade();
			}
		}

	}

	/**
	 * A disk.
	 *
	 * @param device stands for the disk, wherever it is mounted
	 * @param size its size
	 * @param free how much the application may still write
	 * @param exists whether what was asked for is there
	 */
	record Disk(Object device, long size, long free, boolean exists) {

		static Disk of(Path path) throws IOException {
			FileStore store = Files.getFileStore(path);
			Object device = path.getFileSystem().supportedFileAttributeViews().contains("unix")
					? Files.getAttribute(path, "unix:dev") : store;
			return new Disk(device, store.getTotalSpace(), store.getUsableSpace(), true);
		}

		Disk beforeItIsMade() {
			return new Disk(this.device, this.size, this.free, false);
		}

		boolean isNearlyFull(DisksOptions options) {
			return this.size >= 0 && this.free >= 0 && this.free < options.free() && used().reaches(options.used());
		}

		Share used() {
			return new Share(this.size - this.free, this.size);
		}

		/**
		 * Return what is the same for all paths on this disk: it may allow some of them
		 * less than others.
		 */
		Object identity() {
			return List.of(this.device, this.size);
		}

	}

	/**
	 * A path and what its disk says.
	 */
	private record Line(String path, Reading<Disk> reading) {

		String what() {
			Disk disk = this.reading.answer();
			return (disk != null && !disk.exists) ? this.reading.name() + " (not there yet)" : this.reading.name();
		}

		@Nullable Object words(ToLongFunction<Disk> bytes) {
			Disk disk = this.reading.answer();
			return (disk != null) ? Content.bytes(bytes.applyAsLong(disk)) : this.reading.silence();
		}

	}

}
