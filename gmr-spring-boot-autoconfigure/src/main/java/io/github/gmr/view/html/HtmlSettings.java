package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Provenance;
import io.github.gmr.content.Settings;
import io.github.gmr.view.Markup;
import io.github.gmr.view.SettingGroups;

/**
 * Writes settings as a table with origins, a body for each group.
 */
final class HtmlSettings implements HtmlBlock {

	private static final List<String> COLUMNS = List.of("setting", "value", "from");

	private final Settings settings;

	private final Markup html;

	HtmlSettings(Settings settings, Markup html) {
		this.settings = settings;
		this.html = html;
	}

	@Override
	public void write() throws IOException {
		if (this.settings.legend() != null) {
			this.html.element("p", "hint", this.settings.legend());
		}
		HtmlTable table = new HtmlTable(this.html).start(COLUMNS);
		for (Map.Entry<String, List<Setting>> group : SettingGroups.of(this.settings).entrySet()) {
			this.html.line().start("tbody").start("tr", "group").start("th").attribute("colspan", COLUMNS.size());
			this.html.attribute("scope", "rowgroup").text(group.getKey()).end().end();
			for (Setting setting : group.getValue()) {
				write(setting);
			}
			this.html.end();
		}
		table.end();
		if (this.settings.omitted() > 0) {
			this.html.element("p", "omitted", "and " + this.settings.omitted() + " more settings");
		}
	}

	private void write(Setting setting) throws IOException {
		this.html.line().start("tr").start("td", "name").element("code", setting.name()).end().start("td", "value");
		if (setting.hidden()) {
			this.html.element("em", "hidden");
		}
		else if (setting.value() == null) {
			this.html.element("span", "none", "None");
		}
		else {
			this.html.text(setting.value());
		}
		this.html.end().start("td", "from");
		if (setting.provenance() != null) {
			write(setting.provenance());
		}
		if (setting.remark() != null) {
			this.html.text(" ").element("span", "remark", setting.remark().text());
		}
		this.html.end().end();
	}

	private void write(Provenance provenance) throws IOException {
		this.html.text(provenance.place());
		if (provenance.shadowed() > 0) {
			this.html.text(" ").element("span", "shadowed", "overrides " + provenance.shadowed() + " more");
		}
	}

}
