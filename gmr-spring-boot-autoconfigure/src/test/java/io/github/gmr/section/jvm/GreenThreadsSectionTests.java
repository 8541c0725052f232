package io.github.gmr.section.jvm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import io.github.gmr.content.Content;
import io.github.gmr.content.StackGroup;
import io.github.gmr.content.Text;
import io.github.gmr.content.ThreadEntry;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Threads.Kind;
import io.github.gmr.content.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GreenThreadsSection}.
 */
class GreenThreadsSectionTests {

	private final Executor executor = (task) -> {
		Thread thread = new Thread(task, "gmr-worker-2");
		thread.setDaemon(true);
		thread.start();
	};

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20)
	void contentWhenJdkHasNoVirtualThreadsSaysSo() throws Exception {
		assertThat(section(GreenThreadsOptions.DEFAULT).content())
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Text.class))
			.satisfies((text) -> assertThat(text.text()).contains("has no virtual threads"));
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenThreadsParkGroupsThem() throws Exception {
		try (GreenThreads green = new GreenThreads()) {
			green.park("green-", 1000);
			Threads threads = (Threads) section(GreenThreadsOptions.DEFAULT).content();
			assertThat(threads.kind()).isEqualTo(Kind.VIRTUAL);
			StackGroup group = group(threads, "green-0");
			assertThat(group.size()).isEqualTo(1000);
			assertThat(group.threads()).hasSizeBetween(1, 100);
			assertThat(group.frames()).anyMatch((frame) -> frame.contains("GreenThreads.await("));
			assertThat(group.frames().get(0)).startsWith("java.lang.VirtualThread.park(java.base/VirtualThread.java:");
			assertThat(threads.summary().values().get("threads")).isEqualTo(new Value(1000));
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenTimeIsUpCutsAndSaysSo() throws Exception {
		try (GreenThreads green = new GreenThreads()) {
			green.park("green-", 20_000);
			Threads threads = (Threads) section(new GreenThreadsOptions(Duration.ofMillis(30), 100, 256, true))
				.content();
			assertThat(((Text) threads.summary().values().get("threads")).text()).startsWith("at least ")
				.endsWith(", cut after 30 ms");
		}
	}

	@Test
	@EnabledForJreRange(minVersion = 21)
	void contentWhenDescriptorsCannotBeSeenUsesTemporaryFile() throws Exception {
		try (GreenThreads green = new GreenThreads()) {
			green.park("green-", 10);
			GreenThreadsSection section = new GreenThreadsSection(GreenThreadsOptions.DEFAULT, this.executor,
					DumpCommand.ofThisJvm(), Path.of("/nowhere"));
			Threads threads = (Threads) section.content();
			assertThat(group(threads, "green-0").size()).isEqualTo(10);
		}
	}

	private GreenThreadsSection section(GreenThreadsOptions options) {
		return new GreenThreadsSection(options, this.executor);
	}

	private static StackGroup group(Threads threads, String name) {
		return threads.groups()
			.stream()
			.filter((group) -> group.threads().stream().map(ThreadEntry::name).anyMatch(name::equals))
			.findFirst()
			.orElseThrow();
	}

}
