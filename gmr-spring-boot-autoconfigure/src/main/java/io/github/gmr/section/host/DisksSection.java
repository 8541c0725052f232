package io.github.gmr.section.host;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
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
 * only, and leaves one behind whose disk does not answer.
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
		Readings<Disk> readings = Readings.ofSlow(this.workers, this.paths, Map.Entry::getKey, Function.identity(),
				(path) -> Disk.read(path, this.stores));
		return Content.fields((fields) -> {
			readings.addFinding(fields, "disks", TITLE);
			readings.answers()
				.stream()
				.filter((disk) -> disk.isNearlyFull(this.options))
				.forEach((disk) -> fields.add(disk.finding()));
			fields.add("disks", Content.table(lines(readings), (table) -> {
				table.column("what", Line::what);
				table.column("path", Line::path);
				table.column("size", (line) -> line.words(Disk::size));
				table.column("free", (line) -> line.words(Disk::free));
			}));
		});
	}

	private List<Line> lines(Readings<Disk> readings) {
		return IntStream.range(0, this.paths.size())
			.mapToObj((i) -> new Line(this.paths.get(i).getValue().toString(), readings.all().get(i)))
			.toList();
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
	 * @param size the size of the disk
	 * @param free how much the application may still write
	 */
	private record Disk(String what, Path path, long size, long free) {

		static Disk read(Map.Entry<String, Path> path, Stores stores) throws IOException {
			FileStore store = stores.of(path.getValue());
			return new Disk(path.getKey(), path.getValue(), store.getTotalSpace(), store.getUsableSpace());
		}

		boolean isNearlyFull(DisksOptions options) {
			return this.size >= 0 && this.free >= 0 && this.free < options.free()
					&& new Share(this.size - this.free, this.size).reaches(options.used());
		}

		Finding finding() {
			return Content.warning("The disk of %s (%s) is nearly full: %s of %s are free", this.path, this.what,
					new ByteSize(this.free), new ByteSize(this.size));
		}

	}

	/**
	 * A path and what its disk says.
	 */
	private record Line(String path, Reading<Disk> reading) {

		String what() {
			return this.reading.name();
		}

		@Nullable Object words(ToLongFunction<Disk> bytes) {
			Disk disk = this.reading.answer();
			return (disk != null) ? Content.bytes(bytes.applyAsLong(disk)) : this.reading.silence();
		}

	}

}
