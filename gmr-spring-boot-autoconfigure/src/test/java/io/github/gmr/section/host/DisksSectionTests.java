package io.github.gmr.section.host;

import java.io.IOException;
import java.nio.file.FileStore;
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
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.host.DisksSection.Stores;
import io.github.gmr.worker.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

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
	void contentWhenLittleIsFreeWarns(long size, long free, boolean warned) throws IOException {
		FileStore disk = disk(size, free);
		Content content = content(Map.of("reports", DATA), (path) -> disk);
		assertThat(Named.findings(content))
			.isEqualTo(warned ? List.of(Content.warning("%s", "The disk of /data (reports) is nearly full: "
					+ new ByteSize(free) + " of " + new ByteSize(size) + " are free")) : List.of());
		assertThat(rows(content)).containsExactly(List.of(new Text("reports"), new Text("/data"),
				new Value(new ByteSize(size)), new Value(new ByteSize(free))));
	}

	@Test
	void contentWhenDiskFailsOrHangsMarksThatOneOnly() throws IOException {
		FileStore disk = disk(1000, 500);
		Map<String, Path> paths = new LinkedHashMap<>();
		paths.put("reports", Path.of("/dead"));
		paths.put("log", Path.of("/missing"));
		paths.put("temporary files", DATA);
		DisksSection section = section(paths, (path) -> {
			if (path.startsWith("/dead")) {
				awaitUninterruptibly();
			}
			if (path.startsWith("/missing")) {
				throw new NoSuchFileException("/missing");
			}
			return disk;
		});
		List<List<Content>> rows = rows(section.content());
		assertThat(rows.get(0)).last()
			.asString()
			.contains("no answer within ", "stuck at ", "DisksSectionTests.awaitUninterruptibly");
		assertThat(rows.get(1)).last()
			.isInstanceOfSatisfying(Failure.class,
					(failure) -> assertThat(failure.asText()).isEqualTo("java.nio.file.NoSuchFileException: /missing"));
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

	private static FileStore disk(long size, long free) throws IOException {
		FileStore disk = mock(FileStore.class);
		given(disk.getTotalSpace()).willReturn(size);
		given(disk.getUsableSpace()).willReturn(free);
		return disk;
	}

	private Content content(Map<String, Path> paths, Stores stores) {
		return section(paths, stores).content();
	}

	private DisksSection section(Map<String, Path> paths, Stores stores) {
		return new DisksSection(paths, new DisksOptions(95, 100), new Workers(this.executor), stores);
	}

	private static List<List<Content>> rows(Content content) {
		return ((Table) ((Fields) content).values().get("disks")).rows();
	}

}
