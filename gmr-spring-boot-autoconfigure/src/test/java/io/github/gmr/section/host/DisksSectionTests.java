package io.github.gmr.section.host;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.host.DisksSection.Disk;
import io.github.gmr.section.host.DisksSection.Disks;
import io.github.gmr.worker.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DisksSection}.
 */
@Timeout(60)
class DisksSectionTests {

	private static final Path DATA = Path.of("/data");

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void shutdown() {
		this.release.countDown();
		this.executor.shutdownNow();
	}

	@ParameterizedTest
	@CsvSource({ "100000, 99, true", "100000, 101, false", "1000, 50, true", "1000, 51, false", "0, 0, false" })
	void contentWhenLittleIsFreeWarns(long size, long free, boolean warned) {
		Content content = content(Map.of("reports", DATA), (path) -> disk(size, free));
		assertThat(Named.findings(content)).isEqualTo(warned ? List.of(nearlyFull("reports", free, size)) : List.of());
		assertThat(rows(content)).containsExactly(List.of(new Text("reports"), Text.ofSetting("", "/data"),
				new Value(new ByteSize(size)), new Value(new ByteSize(free))));
	}

	@Test
	void contentWhenSeveralPathsAreOnOneDiskWarnsOnce() {
		Map<String, Path> paths = new LinkedHashMap<>();
		paths.put("working directory", Path.of("/app"));
		paths.put("temporary files", Path.of("/tmp"));
		paths.put("reports", DATA);
		paths.put("log", Path.of("/quota"));
		Content content = content(paths, (path) -> new Disk(path.startsWith("/tmp") ? "sdb" : "sda",
				path.startsWith("/quota") ? 10_000 : 100_000, path.startsWith("/tmp") ? 50_000 : 9, true));
		assertThat(Named.findings(content))
			.isEqualTo(List.of(nearlyFull("working directory, reports", 9, 100_000), nearlyFull("log", 9, 10_000)));
	}

	@Test
	void contentWhenDirectoryIsNotThereYetTellsTheDiskItWouldBeOn() {
		Content content = content(Map.of("reports", Path.of("/data/not/there")), (path) -> {
			if (!path.equals(DATA)) {
				throw new NoSuchFileException(path.toString());
			}
			return disk(1000, 500);
		});
		assertThat(rows(content)).containsExactly(List.of(new Text("reports (not there yet)"),
				Text.ofSetting("", "/data/not/there"), new Value(new ByteSize(1000)), new Value(new ByteSize(500))));
	}

	@Test
	void contentWhenDiskFailsOrHangsMarksThatOneOnly() {
		Map<String, Path> paths = new LinkedHashMap<>();
		paths.put("reports", Path.of("/dead"));
		paths.put("log", Path.of("/secret"));
		paths.put("temporary files", DATA);
		DisksSection section = section(paths, (path) -> {
			if (path.startsWith("/dead")) {
				awaitUninterruptibly();
			}
			if (path.startsWith("/secret")) {
				throw new AccessDeniedException("/secret");
			}
			return disk(1000, 500);
		});
		List<List<Content>> rows = rows(section.content());
		assertThat(rows.get(0)).last()
			.asString()
			.contains("no answer within ", "stuck at ", "DisksSectionTests.awaitUninterruptibly");
		assertThat(rows.get(1)).last()
			.isInstanceOfSatisfying(Failure.class, (failure) -> assertThat(failure.asText())
				.isEqualTo("java.nio.file.AccessDeniedException: /secret"));
		assertThat(rows.get(2)).last().isEqualTo(new Value(new ByteSize(500)));
		assertThat(rows(section.content()).get(0)).last().asString().contains("no answer to an earlier call");
	}

	@Test
	void contentOfThisMachineTellsItsDisks() {
		DisksSection section = new DisksSection(Map.of("working directory", Path.of("").toAbsolutePath()),
				new DisksOptions(95, 1), new Workers(this.executor));
		assertThat(rows(section.content()).get(0)).last().isInstanceOf(Value.class);
	}

	private void awaitUninterruptibly() {
		while (this.release.getCount() > 0) {
			Thread.onSpinWait();
		}
	}

	private static Disk disk(long size, long free) {
		return new Disk("sda", size, free, true);
	}

	private static Finding nearlyFull(String names, long free, long size) {
		return Content
			.warning("The disk of %s is nearly full: %s of %s are free", names, new ByteSize(free), new ByteSize(size))
			.id("disk-full")
			.next("Disks");
	}

	private Content content(Map<String, Path> paths, Disks disks) {
		return section(paths, disks).content();
	}

	private DisksSection section(Map<String, Path> paths, Disks disks) {
		return new DisksSection(paths, new DisksOptions(95, 100), new Workers(this.executor), disks);
	}

	private static List<List<Content>> rows(Content content) {
		return ((Table) ((Fields) content).values().get("disks")).rows();
	}

}
