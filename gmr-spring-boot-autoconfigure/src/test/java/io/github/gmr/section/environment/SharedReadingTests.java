package io.github.gmr.section.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.gmr.content.Fields;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import io.github.gmr.section.bean.Named;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that masking and the Configuration section share what the property sources say.
 */
class SharedReadingTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	private final Workers workers = Named.workers();

	private final ReportScope scope = new ReportScope();

	private final List<String> visited = new ArrayList<>();

	private final Source source = new Source();

	SharedReadingTests() {
		this.environment.getPropertySources().addFirst(this.source);
	}

	@Test
	void contentWhenPropertiesWereVisitedReadsNoSourceAgain() {
		visit();
		assertThat(settings(this.scope)).contains("app.name=shop", "app.title=the shop");
		assertThat(this.visited).contains("app.name=shop", "app.title=the ${app.name}", "app.title=the shop");
		assertThat(this.source.lists).hasValue(1);
	}

	@Test
	void contentInAnotherReportReadsSourcesAgain() {
		visit();
		this.source.values = Map.of("app.name", "other");
		assertThat(settings(new ReportScope())).contains("app.name=other");
	}

	@Test
	void contentWhenSourceDidNotAnswerInTimeReadsItAgain() {
		this.source.hanging = new CountDownLatch(1);
		visit();
		this.source.hanging.countDown();
		assertThat(this.visited).doesNotContain("app.name=shop");
		while (this.workers.isBusy(this.source)) {
			Thread.onSpinWait();
		}
		assertThat(settings(this.scope)).contains("app.name=shop");
	}

	@ParameterizedTest
	@CsvSource({ "true, 1", "false, 2" })
	void contentTwiceAsksSourceThatNeverChangesOnceForPlaces(boolean immutable, int times) throws Exception {
		AtomicInteger asked = new AtomicInteger();
		Origin origin = new Origin() {

			@Override
			public String toString() {
				return "line " + asked.incrementAndGet();
			}

		};
		this.environment.getPropertySources()
			.addFirst(new OriginTrackedMapPropertySource("file", Map.of("app.x", OriginTrackedValue.of("1", origin)),
					immutable));
		ConfigurationSection section = new ConfigurationSection(this.environment, this.workers);
		section.content(new ReportScope());
		Fields fields = (Fields) section.content(new ReportScope());
		assertThat(((Settings) fields.values().get("settings")).settings()).filteredOn(Setting::name, "app.x")
			.extracting((setting) -> setting.provenance().origin())
			.containsExactly("line " + times);
	}

	private void visit() {
		this.visited.clear();
		new EnvironmentProperties(this.environment, this.workers).visit(this.scope,
				(source, name, value, resolved) -> this.visited.add(name + "=" + value));
	}

	private List<String> settings(ReportScope scope) {
		Fields fields = (Fields) new ConfigurationSection(this.environment, this.workers).content(scope);
		return ((Settings) fields.values().get("settings")).settings()
			.stream()
			.map((setting) -> setting.name() + "=" + setting.value())
			.toList();
	}

	/**
	 * Counts how often it is read.
	 */
	private static final class Source extends MapPropertySource {

		private final AtomicInteger lists = new AtomicInteger();

		private volatile Map<String, Object> values = Map.of("app.name", "shop", "app.title", "the ${app.name}");

		private volatile CountDownLatch hanging = new CountDownLatch(0);

		private Source() {
			super("counting", Map.of());
		}

		@Override
		public String[] getPropertyNames() {
			this.lists.incrementAndGet();
			try {
				this.hanging.await();
			}
			catch (InterruptedException ex) {
				return getPropertyNames();
			}
			return this.values.keySet().toArray(String[]::new);
		}

		@Override
		public @Nullable Object getProperty(String name) {
			return this.values.get(name);
		}

		@Override
		public boolean containsProperty(String name) {
			return this.values.containsKey(name);
		}

	}

}
