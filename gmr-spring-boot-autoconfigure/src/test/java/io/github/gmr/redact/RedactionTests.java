package io.github.gmr.redact;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Setting.Remark.Kind;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.Value;
import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.report.Report;
import io.github.gmr.report.ReportFinding;
import io.github.gmr.report.ReportHead;
import io.github.gmr.report.ReportedProcess;
import io.github.gmr.report.SectionReport;
import io.github.gmr.report.SectionStatus;
import io.github.gmr.section.scope.ReportScope;
import io.github.gmr.worker.Workers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Tests for {@link Redaction}.
 */
class RedactionTests {

	private static final String SECRET = "Tr0ub4dor&3x";

	private final Redaction redaction = redaction(Redaction.builder());

	private static Redaction redaction(Redaction.Builder builder) {
		Redaction redaction = builder
			.secrets((scope, visitor) -> visitor.visit("application.yml", "spring.datasource.password", SECRET))
			.build();
		redaction.refresh(new ReportScope());
		return redaction;
	}

	@Test
	void redactWhenFieldIsNamedAsSecretMasksItsValue() {
		Content content = Content
			.fields((fields) -> fields.add("broker", (broker) -> broker.add("password", "x").add("url", "tcp://b:1")));
		assertThat(show(content)).isEqualTo(Content.fields(Map.of("broker",
				Content.fields((broker) -> broker.add("password", "******").add("url", "tcp://b:1")))));
	}

	@Test
	void redactWhenSecretIsKnownMasksItEverywhere() {
		Report report = report(
				new SectionReport("a-" + SECRET, "A " + SECRET, SectionStatus.OK, Duration.ZERO,
						Content.fields((fields) -> fields.add("x " + SECRET, List.of("y " + SECRET))
							.add("failure", new IllegalStateException("no " + SECRET, new Error(SECRET))))),
				"app " + SECRET);
		RedactedReport redacted = this.redaction.redact(report, Audience.MASKED);
		assertThat(redacted.head().toString() + redacted.findings() + redacted.sections()).doesNotContain(SECRET)
			.contains("a-******", "A ******", "x ******", "y ******", "no ******", "app ******", "host ******",
					"finding ******", "next ******", "of ******");
	}

	@Test
	void redactWhenSecretIsUrlEncodedMasksIt() {
		assertThat(show(new Text("failed: http://h/?x=Tr0ub4dor%263x")))
			.isEqualTo(new Text("failed: http://h/?x=******"));
	}

	@Test
	void redactWhenClassNameOrFrameHasSecretKeepsIt() {
		Redaction redaction = Redaction.builder()
			.secrets((scope, visitor) -> visitor.visit(null, "password", "com.acme.Orders"))
			.build();
		redaction.refresh(new ReportScope());
		Failure failure = new Failure("com.acme.Orders", "com.acme.Orders",
				List.of("com.acme.Orders.save(Orders.java)"), null);
		assertThat(show(redaction, failure, Audience.MASKED))
			.isEqualTo(new Failure("com.acme.Orders", "******", List.of("com.acme.Orders.save(Orders.java)"), null));
	}

	@Test
	void redactWhenArgumentsStandInListMasksValueOfOption() {
		Items items = (Items) show(Content.items(List.of("--db-password", "x", "--port", "80", "-Dtoken=abc")));
		assertThat(items.values()).extracting(Content::asText)
			.containsExactly("--db-password", "******", "--port", "80", "-Dtoken=******");
	}

	@Test
	void redactWhenTableHasSecretColumnMasksItsCells() {
		Table table = Content.table(List.of("a"),
				(columns) -> columns.column("user", (row) -> row).column("API key", (row) -> "k-" + row));
		assertThat(((Table) show(table)).rows()).containsExactly(List.of(new Text("a"), new Text("******")));
	}

	@ParameterizedTest
	@CsvSource({ "name, value, DB_PASSWORD, x", "Property, Value, app.api-key, velvetmoon",
			"header, sent, Proxy-Authorization, Basic dXNlcjpwYXNz", "cookie, value, SESSION, a1b2c3d4e5f6",
			"key, current, client.secret, x", "setting, default, db.pswd, x7" })
	void redactWhenTableHasNameOfSecretMasksTheValueBesideIt(String names, String values, String name, String value) {
		Table table = Content.table(List.of(name, "server.port"), (columns) -> columns.column(names, (row) -> row)
			.column(values, (row) -> row.equals(name) ? value : "8080"));
		assertThat(((Table) show(table)).rows()).containsExactly(List.of(new Text(name), new Text("******")),
				List.of(new Text("server.port"), new Text("8080")));
	}

	@ParameterizedTest
	@CsvSource({ "name, source, db.password, application.yml", "name, length, api-key, 12", "key, hits, orders, 123456",
			"name, value, app.token-url, https://idp/token",
			"path, trace, /password, 4bf92f3577b34da6a3ce929d0e0e4736" })
	void redactWhenTableSaysSomethingElseAboutNameShowsIt(String names, String values, String name, String value) {
		Table table = Content.table(List.of(name),
				(columns) -> columns.column(names, (row) -> row).column(values, (row) -> value));
		assertThat(((Table) show(table)).rows()).containsExactly(List.of(new Text(name), new Text(value)));
	}

	@Test
	void redactWhenFigureOfTimelineNamesSecretMasksIt() {
		FigureSeries figure = figure("pool of " + SECRET, List.of(new FigureReading(3.0, "3"), FigureReading.UNKNOWN));
		Timeline timeline = (Timeline) show(timeline(List.of("now", "1 min"), figure));
		assertThat(timeline).isEqualTo(timeline(List.of("now", "1 min"), figure("pool of ******", figure.readings())));
	}

	@Test
	void redactWhenTimelineHasSecretColumnMasksItsReadings() {
		FigureSeries figure = figure("pool",
				List.of(new FigureReading(3.0, "3"), new FigureReading(4.5, "velvetmoon")));
		assertThat(show(timeline(List.of("now", "API key"), figure))).isEqualTo(timeline(List.of("now", "API key"),
				figure("pool", List.of(new FigureReading(3.0, "3"), new FigureReading(null, "******")))));
	}

	@Test
	void redactWhenTimelineStandsUnderSecretNameMasksWhatMayBeOne() {
		FigureSeries figure = new FigureSeries("velvetmoon", "count", FigureSeries.Kind.GAUGE,
				List.of(new FigureReading(3.0, "velvetmoon")), List.of(1.0, 3.0), "velvetmoon");
		Fields fields = (Fields) show(Content.fields(Map.of("password", timeline(List.of("now"), figure))));
		FigureSeries masked = new FigureSeries("******", "count", FigureSeries.Kind.GAUGE,
				List.of(new FigureReading(null, "******")), Arrays.asList(null, null), "******");
		assertThat(fields.values()).containsEntry("password", timeline(List.of("now"), masked));
	}

	@Test
	void redactWhenFieldsHaveNameAndValueMasksTheValue() {
		List.of(Map.of("NAME", "DB_PASSWORD", "VALUE", "x"), Map.of("key", "api-key", "value", "velvetmoon"),
				Map.of("header", "Cookie", "value", "SESSION=x"))
			.forEach((fields) -> assertThat(String.valueOf(show(Content.fields(fields)))).contains("******")
				.doesNotContain("text=x", "velvetmoon", "SESSION"));
		List.of(Map.of("name", "PORT", "value", "8080"), Map.of("name", "DB_PASSWORD", "source", "env"),
				Map.of("key", "token-url", "value", "/token"))
			.forEach((fields) -> assertThat(show(Content.fields(fields))).isEqualTo(Content.fields(fields)));
	}

	@Test
	void redactWhenHeadersAreAMapMasksThoseThatGrantAccess() {
		Content headers = Content.fields(Map.of("headers", Map.of("Proxy-Authorization", List.of("Basic dXNlcjpwYXNz"),
				"Cookie", List.of("SESSION=x7velvet"), "X-Amz-Security-Token", "abc", "Accept", List.of("text/html"))));
		assertThat(String.valueOf(show(headers))).contains("text/html")
			.doesNotContain("dXNlcjpwYXNz", "x7velvet", "text=abc");
	}

	@Test
	void redactWhenTextIsMadeOfStartsOfPhrasesTakesLinearTime() {
		for (String start : List.of("://a:b ", "sig=", "insert into t (a) values ('x', ", "{\"password\":{", "%3D%26",
				"| token | b\n", "/reset/", "AUTH x ", "key (a)=", "password for x ", "on a(b) values (")) {
			String text = start.repeat(Masking.MAX_TEXT / start.length());
			assertTimeout(Duration.ofSeconds(20), () -> show(new Text(text)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/orders/7", "/password", "/users/7/password", "/oauth2/token", "/tokens", "/secret",
			"/api-keys", "/login", "/credentials/reset", "/key=", "/password:" })
	void redactWhenRequestIsTracedShowsItsTrace(String path) {
		String request = "GET " + path
				+ " runs for 35 s on http-nio-8080-exec-3 #42, trace %s, at com.acme.Orders.find(Orders.java:41)";
		Random random = new Random(7);
		for (int i = 0; i < 500; i++) {
			String trace = hex(random, (i % 10 == 0) ? 10 : 16);
			assertThat(show(traced(path, trace))).isEqualTo(traced(path, trace));
			assertThat(show(Content.warning(request.formatted(trace))))
				.isEqualTo(Content.warning(request.formatted(trace)));
		}
	}

	@Test
	void redactWhenSecretLooksLikeTraceMasksIt() {
		String secret = "4bf92f3577b34da6a3ce929d0e0e4736";
		assertThat(show(Content.fields(Map.of("api-key", secret))))
			.isEqualTo(Content.fields(Map.of("api-key", "******")));
		Redaction redaction = Redaction.builder()
			.secrets((scope, visitor) -> visitor.visit(null, "password", secret))
			.build();
		redaction.refresh(new ReportScope());
		assertThat(show(redaction, traced("/", secret), Audience.MASKED)).isEqualTo(traced("/", "******"));
	}

	private static Content traced(String path, String trace) {
		return Content.fields((fields) -> fields.add("requests", Content.table(List.of(trace),
				(table) -> table.column("path", (row) -> path).column("trace", (row) -> row))));
	}

	/**
	 * Returns 32 digits.
	 */
	private static String hex(Random random, int radix) {
		return random.ints(32, 0, radix).mapToObj(Integer::toHexString).collect(Collectors.joining());
	}

	@Test
	void redactWhenNamesBecomeTheSameKeepsAllFields() {
		Fields fields = (Fields) show(Content.fields(Map.of(SECRET, 1, "x" + SECRET, 2, "x" + SECRET + SECRET, 3)));
		assertThat(fields.values()).hasSize(3);
	}

	@Test
	void redactWhenNumberIsNamedAsPasswordMasksIt() {
		Content content = Content.fields((fields) -> fields.add("password", 12345678).add("tokens", 17));
		assertThat(show(content)).isEqualTo(
				Content.fields((fields) -> fields.add("password", new Value("******")).add("tokens", new Value(17))));
	}

	@Test
	void redactWhenAudienceIsHiddenHidesAllSettings() {
		Settings settings = (Settings) show(this.redaction, settings("server.port", "8080"), Audience.HIDDEN);
		assertThat(settings.legend()).isEqualTo("all values are hidden (******) from this audience");
		assertThat(settings.settings()).containsExactly(new Setting("server", "server.port", "******", null, true));
	}

	@Test
	void redactWhenAudienceSeesValuesShowsAllButSecrets() {
		Settings settings = (Settings) show(settings("server.port", "8080", "server.ssl.key-password", "x"));
		assertThat(settings.legend()).isEqualTo("secrets are masked (******), all other values are shown");
		assertThat(settings.settings()).extracting(Setting::value).containsExactly("8080", "******");
		assertThat(settings.settings()).extracting(Setting::hidden).containsOnly(false);
	}

	@Test
	void redactWhenPieceOfSettingComesFromSecretMasksThatPiece() {
		Setting setting = Setting.of(
				"app", "app.greeting", List.of(new Setting.Piece("Hi ", List.of()),
						new Setting.Piece("abc", List.of("app.password")), new Setting.Piece("!", List.of("app.mark"))),
				null);
		Settings settings = (Settings) show(new Settings(List.of(setting)));
		assertThat(settings.settings()).extracting(Setting::value).containsExactly("Hi ******!");
	}

	@Test
	void redactWhenValueOnlyLooksLikeAPlaceholderMasksItUnderTheNameOfASecret() {
		Settings settings = (Settings) show(new Settings(List.of(setting("app.password", "${DB_PASSWORD}", null),
				setting("app.password", "${DB_PASSWORD}", new Remark(Kind.UNRESOLVED, null)),
				Setting.of("app", "app.copy", List.of(new Setting.Piece("${abc}", List.of("app.password"))), null))));
		assertThat(settings.settings()).extracting(Setting::value)
			.containsExactly("******", "${DB_PASSWORD}", "******");
	}

	@Test
	void redactWhenValueIsMaskedOrHiddenDropsWhatMayQuoteIt() {
		Remark remark = new Remark(Kind.UNRESOLVED, "'abc' has no value");
		Settings settings = new Settings(
				List.of(setting("app.x", "${abc}", remark), setting("app.password", "${abc}x", remark)));
		assertThat(remarks((Settings) show(settings))).containsExactly("cannot be resolved: 'abc' has no value",
				"cannot be resolved");
		assertThat(remarks((Settings) show(this.redaction, settings, Audience.HIDDEN)))
			.containsExactly("cannot be resolved", "cannot be resolved");
	}

	private static Setting setting(String name, String value, @Nullable Remark remark) {
		return new Setting("app", name, value, null, false, List.of(), remark);
	}

	private static List<String> remarks(Settings settings) {
		return settings.settings().stream().map((setting) -> setting.remark().text()).toList();
	}

	@Test
	void redactWhenSanitizerMasksOrFailsMasksTheValue() {
		Redaction redaction = redaction(Redaction.builder().sanitizers(List.of(RedactionTests::sanitize)));
		Settings settings = (Settings) show(redaction, settings("app.iban", "DE1", "app.fault", "y", "app.port", "1"),
				Audience.MASKED);
		assertThat(settings.settings()).extracting(Setting::value).containsExactly("<iban>", "******", "1");
	}

	@Test
	void redactWhenSanitizerDoesNotAnswerMasksThatValueOnly() {
		CountDownLatch answer = new CountDownLatch(1);
		AtomicInteger asked = new AtomicInteger();
		ValueSanitizer sanitizer = (source, name, value) -> {
			asked.addAndGet(name.endsWith("stuck") ? 1 : 0);
			while (name.endsWith("stuck") && answer.getCount() != 0) {
				LockSupport.parkNanos(1_000_000);
			}
			return value;
		};
		try {
			Redaction redaction = Redaction.builder()
				.sanitizers(List.of(sanitizer))
				.workers(new Workers((task) -> new Thread(task).start()))
				.build();
			for (int i = 0; i < 3; i++) {
				Settings settings = (Settings) show(redaction, settings("a.x", "1", "a.stuck", "2", "a.y", "3"),
						Audience.MASKED);
				assertThat(settings.settings()).extracting(Setting::value).containsExactly("1", "******", "3");
			}
			assertThat(asked).as("is left alone until it comes back").hasValue(1);
		}
		finally {
			answer.countDown();
		}
	}

	@Test
	void redactWhenSanitizerKnowsKeyOfPieceMasksThatPiece() {
		Redaction redaction = redaction(Redaction.builder().sanitizers(List.of(RedactionTests::sanitize)));
		Setting setting = Setting.of("app", "app.note",
				List.of(new Setting.Piece("to ", List.of()), new Setting.Piece("DE12", List.of("app.iban"))), null);
		Settings settings = (Settings) show(redaction, new Settings(List.of(setting)), Audience.MASKED);
		assertThat(settings.settings()).extracting(Setting::value).containsExactly("to ******");
	}

	private static @Nullable String sanitize(@Nullable String source, String name, String value) {
		if (name.endsWith("fault")) {
			throw new IllegalStateException();
		}
		return name.endsWith("iban") ? "<iban>" : value;
	}

	@Test
	void redactWhenKeyIsAddedMasksIt() {
		Redaction redaction = redaction(Redaction.builder().keys(List.of("customer-number")));
		Settings settings = (Settings) show(redaction, settings("app.customerNumber.eu", "4711", "app.number", "1"),
				Audience.MASKED);
		assertThat(settings.settings()).extracting(Setting::value).containsExactly("******", "1");
	}

	@Test
	void redactWhenKeyIsAllowedShowsIt() {
		Redaction redaction = redaction(Redaction.builder().allow(List.of("app.open-token")));
		Settings settings = (Settings) show(redaction, settings("app.openToken", "abc", "my.open-token", "x"),
				Audience.MASKED);
		assertThat(settings.settings()).extracting(Setting::value).containsExactly("abc", "******");
	}

	@Test
	void redactWhenPatternIsAddedMasksWhatItMatches() {
		Redaction redaction = redaction(
				Redaction.builder().values(List.of(Pattern.compile("CUST-\\d+"), Pattern.compile("iban (\\w+)"))));
		assertThat(show(redaction, new Text("CUST-12 and iban DE12"), Audience.MASKED))
			.isEqualTo(new Text("****** and iban ******"));
	}

	@Test
	void redactWhenPatternNeverEndsMasksAll() {
		Redaction redaction = redaction(Redaction.builder().values(List.of(Pattern.compile("(a+)+b"))));
		assertThat(show(redaction, new Text("a".repeat(5000)), Audience.MASKED)).isEqualTo(new Text("******"));
		Redaction deep = redaction(Redaction.builder().values(List.of(Pattern.compile("(a|b)*c"))));
		assertThat(show(deep, new Text("ab".repeat(30_000)), Audience.MASKED)).isEqualTo(new Text("******"));
	}

	@Test
	void redactWhenTextHasControlCharactersShowsThem() {
		Content content = Content.fields(Map.of("a\nb", "x\u001b[31m\n\u202ey\r"));
		assertThat(show(content)).isEqualTo(Content.fields(Map.of("a\\u000ab", "x\\u001b[31m\n\\u202ey\\u000d")));
	}

	@Test
	void redactWhenValueIsLongCutsIt() {
		Text nested = (Text) ((Fields) show(Content.fields(Map.of("a", "x".repeat(5000))))).values().get("a");
		assertThat(nested.text()).hasSizeLessThanOrEqualTo(4096).endsWith("more characters");
		Text whole = (Text) show(new Text("x".repeat(60_000)));
		assertThat(whole.text()).hasSize(60_000);
		Text torn = (Text) show(new Text("x".repeat(70_000)));
		assertThat(torn.text()).endsWith("... " + (70_000 - torn.text().indexOf('.')) + " more characters");
	}

	@Test
	void redactWhenSecretIsCutInHalfShowsNoPartOfIt() {
		Text whole = (Text) show(new Text("x ".repeat(32_765) + SECRET));
		assertThat(whole.text()).doesNotContain(SECRET.substring(0, 3));
	}

	@Test
	void redactWhenAudienceIsHiddenHidesSettingsInTexts() {
		Content content = Content.items(List.of(Text.ofSetting("--server.port=", "8080"), Text.ofSetting("", "/logs"),
				Text.ofSetting("--debug", ""), new Text("-Xmx1g")));
		assertThat(show(this.redaction, content, Audience.HIDDEN))
			.isEqualTo(Content.items(List.of("--server.port=******", "******", "--debug", "-Xmx1g")));
		assertThat(show(content)).isEqualTo(Content.items(List.of("--server.port=8080", "/logs", "--debug", "-Xmx1g")));
	}

	@Test
	void redactWhenRedactedTwiceChangesNothingMore() {
		String text = "Bearer abcdef123456 password=x&y=1 http://u:p@h/\u001b " + "z".repeat(70_000);
		Content content = Content.fields((fields) -> fields.add("password", "x")
			.add("text", text)
			.add(Content.warning(text))
			.add("settings", settings("a.token", "abc", "b", text)));
		Content once = show(content);
		assertThat(show(once)).isEqualTo(once);
		Content hidden = show(this.redaction, content, Audience.HIDDEN);
		assertThat(show(this.redaction, hidden, Audience.HIDDEN)).isEqualTo(hidden);
	}

	@Test
	void refreshWhenSourceFailsKeepsWhatIsKnown() {
		boolean[] failing = { false };
		Redaction redaction = Redaction.builder().secrets((scope, visitor) -> {
			if (failing[0]) {
				throw new IllegalStateException();
			}
			visitor.visit(null, "password", SECRET);
		}).build();
		redaction.refresh(new ReportScope());
		failing[0] = true;
		try {
			redaction.refresh(new ReportScope());
		}
		catch (IllegalStateException ex) {
			assertThat(show(redaction, new Text(SECRET), Audience.MASKED)).isEqualTo(new Text("******"));
			return;
		}
		throw new AssertionError("the fault was lost");
	}

	@Test
	void withDefaultsKnowsSystemProperties() {
		System.setProperty("test.db-password", "sysProp-S3cret!");
		try {
			assertThat(show(Redaction.withDefaults(), new Text("x sysProp-S3cret!"), Audience.MASKED))
				.isEqualTo(new Text("x ******"));
		}
		finally {
			System.clearProperty("test.db-password");
		}
	}

	@Test
	void redactMasksAllThatAFindingSays() {
		Finding finding = Content.warning("uses %s", SECRET)
			.subject("of " + SECRET)
			.place("at " + SECRET)
			.evidence("of " + SECRET, SECRET)
			.evidence("password", "swordfish-41")
			.chain(List.of("by " + SECRET))
			.settings(List.of(Setting.of("shop.password", "velvet-41", null), Setting.of("shop.limit", "1234", null)))
			.next("next " + SECRET, "row " + SECRET);
		assertThat(String.valueOf(show(finding))).contains("uses ", "1234")
			.doesNotContain(SECRET, "swordfish-41", "velvet-41");
		assertThat(String.valueOf(show(this.redaction, finding, Audience.HIDDEN))).contains("shop.limit")
			.doesNotContain(SECRET, "1234");
	}

	private static Settings settings(String... namesAndValues) {
		List<Setting> settings = new java.util.ArrayList<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			settings.add(Setting.of(namesAndValues[i], namesAndValues[i + 1], null));
		}
		return new Settings(settings);
	}

	private static Timeline timeline(List<String> columns, FigureSeries figure) {
		return new Timeline(columns, Instant.EPOCH, Duration.ofSeconds(5), List.of(figure), 2);
	}

	private static FigureSeries figure(String name, List<FigureReading> readings) {
		return new FigureSeries(name, "count", FigureSeries.Kind.GAUGE, readings, List.of(1.0, 3.0), "3");
	}

	private @Nullable Content show(Content content) {
		return show(this.redaction, content, Audience.MASKED);
	}

	private static @Nullable Content show(Redaction redaction, Content content, Audience audience) {
		SectionReport section = new SectionReport("name", "Title", SectionStatus.OK, Duration.ZERO, content);
		return redaction.redact(report(section, "app"), audience).sections().get(0).content();
	}

	private static Report report(SectionReport section, String application) {
		ReportHead head = new ReportHead(1, Instant.EPOCH, List.of("of " + SECRET), 0,
				new ReportedProcess(1, "host " + SECRET, application));
		ReportFinding finding = new ReportFinding(Content.info("finding " + SECRET).next("next " + SECRET),
				"of " + SECRET);
		return new Report(head, Duration.ZERO, List.of(finding), List.of(section), true);
	}

}
