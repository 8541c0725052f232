package io.github.gmr.redact;

import java.util.Collection;

import io.github.gmr.content.Content;
import io.github.gmr.content.ContentVisitor;
import io.github.gmr.content.Failure;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Items;
import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Threads;
import io.github.gmr.content.Value;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how long content is, in characters. Has no state, so many threads may use it.
 */
final class Weight implements ContentVisitor<Long> {

	private static final Weight VISITOR = new Weight();

	private static final long SMALL = 32;

	private Weight() {
	}

	static long of(@Nullable Content content) {
		return (content != null) ? content.accept(VISITOR) : SMALL;
	}

	@Override
	public Long visitText(Text text) {
		return (long) text.text().length();
	}

	@Override
	public Long visitValue(Value value) {
		return SMALL;
	}

	@Override
	public Long visitFields(Fields fields) {
		return sum(fields.values().values()) + SMALL * fields.values().size();
	}

	@Override
	public Long visitItems(Items items) {
		return sum(items.values());
	}

	@Override
	public Long visitTable(Table table) {
		return table.rows().stream().mapToLong(Weight::sum).sum();
	}

	@Override
	public Long visitSettings(Settings settings) {
		return settings.settings().stream().mapToLong(Weight::setting).sum();
	}

	/**
	 * Says that threads are short: they are cut by themselves, before sections are
	 * compared.
	 */
	@Override
	public Long visitThreads(Threads threads) {
		return SMALL;
	}

	@Override
	public Long visitFinding(Finding finding) {
		return SMALL;
	}

	@Override
	public Long visitFailure(Failure failure) {
		return SMALL;
	}

	private static long sum(Collection<Content> contents) {
		return contents.stream().mapToLong(Weight::of).sum();
	}

	private static long setting(Setting setting) {
		return setting.name().length() + ((setting.value() != null) ? setting.value().length() : 0) + SMALL;
	}

}
