package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Value;
import io.github.gmr.content.text.VisibleText;
import io.github.gmr.redact.find.Marks;
import org.jspecify.annotations.Nullable;

/**
 * Redacts all kinds of content.
 */
final class ContentRedaction {

	private final Masking masking;

	private final SettingsRedaction settings;

	ContentRedaction(Masking masking, SettingsRedaction settings) {
		this.masking = masking;
		this.settings = settings;
	}

	/**
	 * Redact what a section says.
	 * @param content the content
	 * @return the content to show
	 */
	Content redact(Content content) {
		if (content instanceof Text text) {
			return new Text(this.masking.value(null, text.text(), Masking.MAX_TEXT));
		}
		return redact(null, content);
	}

	private Content redact(@Nullable String name, Content content) {
		if (content instanceof Text text) {
			return new Text(this.masking.value(name, text.text(), Masking.MAX_VALUE));
		}
		if (content instanceof Value value) {
			return value(name, value);
		}
		if (content instanceof Fields fields) {
			return fields(name, fields);
		}
		if (content instanceof Items items) {
			return items(name, items);
		}
		return (content instanceof Table table) ? table(name, table) : redactOther(content);
	}

	private Content redactOther(Content content) {
		if (content instanceof Settings settings) {
			return this.settings.redact(settings);
		}
		if (content instanceof Threads threads) {
			return threads(threads);
		}
		if (content instanceof Finding finding) {
			return finding(finding);
		}
		if (content instanceof Failure failure) {
			return failure(failure);
		}
		throw new IllegalStateException("Unknown content " + content.getClass().getName());
	}

	Finding finding(Finding finding) {
		String next = finding.next();
		return new Finding(finding.severity(), this.masking.line(finding.summary()),
				(next != null) ? this.masking.line(next) : null);
	}

	private Value value(@Nullable String name, Value value) {
		if (value.value() instanceof String text) {
			return new Value(this.masking.value(name, text, Masking.MAX_VALUE));
		}
		return this.masking.hides(name, (value.value() != null) ? value.asText() : "") ? new Value(Marks.MASK) : value;
	}

	private Fields fields(@Nullable String path, Fields fields) {
		Map<String, Content> redacted = new LinkedHashMap<>();
		fields.values().forEach((name, value) -> {
			Content shown = redact((path != null) ? path + "." + name : name, value);
			String line = this.masking.line(name);
			String unique = line;
			for (int i = 2; redacted.putIfAbsent(unique, shown) != null; i++) {
				unique = line + " (" + i + ")";
			}
		});
		return new Fields(redacted);
	}

	private Items items(@Nullable String name, Items items) {
		List<Content> redacted = new ArrayList<>();
		String option = null;
		for (Content item : items.values()) {
			redacted.add(redact((option != null) ? option : name, item));
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

	private Table table(@Nullable String path, Table table) {
		List<List<Content>> rows = new ArrayList<>();
		for (List<Content> row : table.rows()) {
			List<Content> cells = new ArrayList<>();
			for (int i = 0; i < row.size(); i++) {
				String column = table.columns().get(i);
				cells.add(redact((path != null) ? path + "." + column : column, row.get(i)));
			}
			rows.add(cells);
		}
		return new Table(table.columns().stream().map(this.masking::line).toList(), rows);
	}

	private Threads threads(Threads threads) {
		Threads named = threads.mapNames(this.masking::line);
		return new Threads(named.kind(), this.masking.line(named.vm()), fields(null, named.summary()), named.groups(),
				named.omitted());
	}

	private Failure failure(Failure failure) {
		String message = failure.message();
		Failure cause = failure.cause();
		return new Failure(VisibleText.of(failure.error(), ""),
				(message != null) ? this.masking.value(null, message, Masking.MAX_VALUE) : null,
				failure.stack().stream().map((frame) -> VisibleText.of(frame, "")).toList(),
				(cause != null) ? failure(cause) : null);
	}

}
