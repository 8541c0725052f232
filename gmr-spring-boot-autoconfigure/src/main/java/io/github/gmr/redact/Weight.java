package io.github.gmr.redact;

import java.util.Collection;
import java.util.List;

import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how long content is, in characters.
 */
final class Weight {

	private static final int SMALL = 32;

	private Weight() {
	}

	static long of(@Nullable Content content) {
		if (content instanceof Text text) {
			return text.text().length();
		}
		if (content instanceof Fields fields) {
			return of(fields.values().values()) + (long) SMALL * fields.values().size();
		}
		if (content instanceof Items items) {
			return of(items.values());
		}
		if (content instanceof Table table) {
			return table.rows().stream().mapToLong(Weight::row).sum();
		}
		return (content instanceof Settings settings) ? settings.settings().stream().mapToLong(Weight::setting).sum()
				: SMALL;
	}

	private static long of(Collection<Content> contents) {
		return contents.stream().mapToLong(Weight::of).sum();
	}

	private static long row(List<Content> row) {
		return of((Collection<Content>) row);
	}

	private static long setting(Setting setting) {
		return setting.name().length() + ((setting.value() != null) ? setting.value().length() : 0) + (long) SMALL;
	}

}
