package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.gmr.content.Content;
import io.github.gmr.content.ContentVisitor;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.Value;
import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.content.text.UniqueNames;
import io.github.gmr.content.text.VisibleText;
import io.github.gmr.redact.row.NameValueColumns;
import io.github.gmr.redact.text.Marks;
import org.jspecify.annotations.Nullable;

/**
 * Redacts all kinds of content, by the names under which they stand.
 */
final class ContentRedaction implements ContentVisitor<Content> {

	/**
	 * Members of a JSON Web Key that are private.
	 */
	private static final Set<String> WEB_KEY_PARTS = Set.of("d", "k", "p", "q", "dp", "dq", "qi");

	private final Masking masking;

	private final SettingsRedaction settings;

	private final @Nullable String name;

	private final int maxText;

	/**
	 * Create the redaction of what sections say.
	 * @param masking masks texts
	 * @param settings redacts settings
	 */
	ContentRedaction(Masking masking, SettingsRedaction settings) {
		this(masking, settings, null, Masking.MAX_TEXT);
	}

	private ContentRedaction(Masking masking, SettingsRedaction settings, @Nullable String name, int maxText) {
		this.masking = masking;
		this.settings = settings;
		this.name = name;
		this.maxText = maxText;
	}

	@Override
	public Text visitText(Text text) {
		return new Text(this.masking.value(this.name, this.settings.shown(text), this.maxText));
	}

	@Override
	public Value visitValue(Value value) {
		if (value.value() instanceof String text) {
			return new Value(this.masking.value(this.name, text, Masking.MAX_VALUE));
		}
		return this.masking.hides(this.name, (value.value() != null) ? value.asText() : "") ? new Value(Marks.MASK)
				: value;
	}

	@Override
	public Fields visitFields(Fields fields) {
		Map<String, Content> redacted = new LinkedHashMap<>();
		UniqueNames names = new UniqueNames();
		ContentRedaction named = named(fields);
		fields.values().forEach((name, value) -> {
			ContentRedaction redaction = NameValueColumns.isValue(name) && named != this ? named : below(name);
			redacted.put(names.unique(this.masking.line(name)), value.accept(redaction));
		});
		return new Fields(redacted);
	}

	/**
	 * Return the redaction of a value whose name is the value of another field, as in
	 * {@code {name: DB_PASSWORD, value: x}}.
	 */
	private ContentRedaction named(Fields fields) {
		for (Map.Entry<String, Content> field : fields.values().entrySet()) {
			if (NameValueColumns.isName(field.getKey()) && this.masking.isTelling(field.getValue().asText())) {
				return under(field.getValue().asText());
			}
		}
		return this;
	}

	@Override
	public Items visitItems(Items items) {
		return isCommandLine(items) ? arguments(items) : elements(items);
	}

	/**
	 * Return whether all items are texts, and options are among them.
	 */
	private static boolean isCommandLine(Items items) {
		return items.values().stream().allMatch(Text.class::isInstance) && items.values()
			.stream()
			.anyMatch((item) -> option(item) != null || item.asText().equals("set") || item.asText().startsWith("/u:"));
	}

	/**
	 * Redact a command line as a whole before each of its arguments.
	 */
	private Items arguments(Items items) {
		List<String> arguments = items.values().stream().map((item) -> this.settings.shown((Text) item)).toList();
		return elements(Content.items(this.masking.arguments(arguments)));
	}

	private Items elements(Items items) {
		List<Content> redacted = new ArrayList<>();
		String option = null;
		for (Content item : items.values()) {
			redacted.add(item.accept(under((option != null) ? option : this.name)));
			option = option(item);
		}
		return new Items(redacted);
	}

	/**
	 * Return the name of the option whose value is the next argument of a command line.
	 */
	private static @Nullable String option(Content item) {
		return (item instanceof Text text && text.text().startsWith("-") && text.text().indexOf('=') < 0) ? text.text()
				: null;
	}

	@Override
	public Table visitTable(Table table) {
		boolean webKeys = table.columns().contains("kty");
		List<ContentRedaction> columns = table.columns()
			.stream()
			.map((column) -> below((webKeys && WEB_KEY_PARTS.contains(column)) ? "private-key" : column))
			.toList();
		NameValueColumns roles = NameValueColumns.of(table.columns());
		boolean cookies = roles.name() >= 0 && table.columns().get(roles.name()).equalsIgnoreCase("cookie");
		List<List<Content>> rows = new ArrayList<>();
		for (List<Content> row : table.rows()) {
			String name = (roles.name() >= 0) ? row.get(roles.name()).asText() : "";
			name += (cookies && this.masking.isTelling(name)) ? "-token" : "";
			List<Integer> named = this.masking.isTelling(name) ? roles.values() : List.of();
			List<Content> cells = new ArrayList<>();
			for (int i = 0; i < row.size(); i++) {
				cells.add(row.get(i).accept(named.contains(i) ? under(name) : columns.get(i)));
			}
			rows.add(cells);
		}
		return new Table(table.columns().stream().map(this.masking::line).toList(), rows);
	}

	/**
	 * Redacts words as the cells of a table: under the names of their columns. Numbers
	 * are shown where their words are.
	 */
	@Override
	public Timeline visitTimeline(Timeline timeline) {
		List<ContentRedaction> columns = timeline.columns().stream().map(this::below).toList();
		List<FigureSeries> figures = timeline.figures().stream().map((figure) -> figure(figure, columns)).toList();
		return new Timeline(timeline.columns().stream().map(this.masking::line).toList(), timeline.from(),
				timeline.step(), figures, timeline.omitted());
	}

	private FigureSeries figure(FigureSeries figure, List<ContentRedaction> columns) {
		List<FigureReading> readings = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			readings.add(columns.get(i).reading(figure.readings().get(i)));
		}
		String highest = below("samples").cell(figure.highest());
		List<@Nullable Double> samples = highest.equals(figure.highest()) ? figure.samples()
				: Collections.nCopies(figure.samples().size(), null);
		return new FigureSeries(below("figure").cell(figure.name()), this.masking.line(figure.unit()), figure.kind(),
				readings, samples, highest);
	}

	private FigureReading reading(FigureReading reading) {
		String words = cell(reading.words());
		return words.equals(reading.words()) ? reading : new FigureReading(null, words);
	}

	private String cell(String text) {
		return this.masking.value(this.name, text, Masking.MAX_VALUE);
	}

	@Override
	public Settings visitSettings(Settings settings) {
		return this.settings.redact(settings);
	}

	@Override
	public Threads visitThreads(Threads threads) {
		Threads named = threads.mapNames(this.masking::line);
		return new Threads(named.kind(), this.masking.line(named.vm()), under(null).visitFields(named.summary()),
				named.groups(), named.omitted());
	}

	@Override
	public Finding visitFinding(Finding finding) {
		ContentRedaction evidence = under(null);
		return finding.map(this.masking::line, (name, value) -> value.accept(evidence.below(name)),
				this.settings::redact);
	}

	@Override
	public Failure visitFailure(Failure failure) {
		String message = failure.message();
		Failure cause = failure.cause();
		return new Failure(VisibleText.of(failure.error(), ""),
				(message != null) ? this.masking.value(null, message, Masking.MAX_VALUE) : null,
				failure.stack().stream().map((frame) -> VisibleText.of(frame, "")).toList(),
				(cause != null) ? visitFailure(cause) : null);
	}

	private ContentRedaction below(String name) {
		return under((this.name != null) ? this.name + "." + name : name);
	}

	private ContentRedaction under(@Nullable String name) {
		return new ContentRedaction(this.masking, this.settings, name, Masking.MAX_VALUE);
	}

}
