package io.github.gmr.view.xml;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Content;
import io.github.gmr.content.ContentVisitor;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Timeline;
import io.github.gmr.content.Value;
import io.github.gmr.view.Markup;
import io.github.gmr.view.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Writes content as XML, an element for each kind of content. What a visit returns is
 * ready to be written.
 */
final class XmlContent implements ContentVisitor<XmlElement> {

	private static final Value NULL = new Value(null);

	private final Markup xml;

	XmlContent(Markup xml) {
		this.xml = xml;
	}

	void write(@Nullable Content content) throws IOException {
		this.xml.line();
		((content != null) ? content : NULL).accept(this).write();
	}

	@Override
	public XmlElement visitText(Text text) {
		return () -> this.xml.element("text", text.text());
	}

	@Override
	public XmlElement visitValue(Value value) {
		return () -> write(value);
	}

	@Override
	public XmlElement visitFields(Fields fields) {
		return () -> write(fields);
	}

	@Override
	public XmlElement visitItems(Items items) {
		return () -> write(items);
	}

	@Override
	public XmlElement visitTable(Table table) {
		return () -> write(table);
	}

	@Override
	public XmlElement visitTimeline(Timeline timeline) {
		return new XmlTimeline(timeline, this.xml);
	}

	@Override
	public XmlElement visitSettings(Settings settings) {
		return () -> write(settings);
	}

	@Override
	public XmlElement visitThreads(Threads threads) {
		return new XmlThreads(threads, this.xml);
	}

	@Override
	public XmlElement visitFinding(Finding finding) {
		return new XmlFinding(finding, this.xml);
	}

	@Override
	public XmlElement visitFailure(Failure failure) {
		return () -> write(failure, "failure");
	}

	private void write(Value value) throws IOException {
		Quantity quantity = Quantity.of(value);
		Object bare = (quantity != null) ? quantity.number() : value.value();
		this.xml.start("value").attribute("type", type(bare));
		if (quantity != null) {
			this.xml.attribute("unit", quantity.unit());
		}
		if (bare != null) {
			this.xml.text(bare.toString());
		}
		this.xml.end();
	}

	private static String type(@Nullable Object value) {
		if (value == null) {
			return "null";
		}
		return (value instanceof Number) ? "number" : (value instanceof Boolean) ? "boolean" : "string";
	}

	private void write(Fields fields) throws IOException {
		this.xml.start("fields");
		for (Map.Entry<String, Content> field : fields.values().entrySet()) {
			this.xml.line().start("field").attribute("name", field.getKey());
			write(field.getValue());
			this.xml.line().end();
		}
		this.xml.line().end();
	}

	private void write(Items items) throws IOException {
		this.xml.start("items");
		for (Content item : items.values()) {
			write(item);
		}
		this.xml.line().end();
	}

	private void write(Table table) throws IOException {
		this.xml.start("table").line().start("columns");
		for (String column : table.columns()) {
			this.xml.line().element("column", column);
		}
		this.xml.line().end();
		for (List<Content> row : table.rows()) {
			this.xml.line().start("row");
			for (Content cell : row) {
				write(cell);
			}
			this.xml.line().end();
		}
		this.xml.line().end();
	}

	private void write(Settings settings) throws IOException {
		this.xml.start("settings");
		if (settings.legend() != null) {
			this.xml.attribute("legend", settings.legend());
		}
		if (settings.omitted() > 0) {
			this.xml.attribute("omitted", settings.omitted());
		}
		for (Setting setting : settings.settings()) {
			this.xml.line().start("setting").attribute("name", setting.name());
			this.xml.attribute("hidden", Boolean.toString(setting.hidden()));
			Provenance provenance = setting.provenance();
			if (provenance != null) {
				write(provenance);
			}
			if (setting.remark() != null) {
				this.xml.attribute("remark", setting.remark().text());
			}
			if (setting.value() != null) {
				this.xml.element("value", setting.value());
			}
			this.xml.end();
		}
		this.xml.line().end();
	}

	private void write(Provenance provenance) throws IOException {
		this.xml.attribute("source", provenance.source());
		if (provenance.origin() != null) {
			this.xml.attribute("origin", provenance.origin());
		}
		this.xml.attribute("shadowed", provenance.shadowed());
	}

	private void write(Failure failure, String element) throws IOException {
		this.xml.start(element).attribute("error", failure.error());
		if (failure.message() != null) {
			this.xml.line().element("message", failure.message());
		}
		for (String frame : failure.stack()) {
			this.xml.line().element("frame", frame);
		}
		if (failure.cause() != null) {
			this.xml.line();
			write(failure.cause(), "cause");
		}
		this.xml.line().end();
	}

}
