package io.github.gmr.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.gmr.content.Check;
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
import org.jspecify.annotations.Nullable;

/**
 * Gathers what stands anywhere in the content of a section and concerns the whole report:
 * what was found, what was looked for, and settings that findings may refer to.
 */
final class FindingGathering implements ContentVisitor<FindingGathering> {

	private final List<Finding> findings = new ArrayList<>();

	private final List<Check.Result> checks = new ArrayList<>();

	private final List<Settings> settings = new ArrayList<>();

	static FindingGathering of(@Nullable Content content) {
		FindingGathering gathering = new FindingGathering();
		if (content != null) {
			content.accept(gathering);
		}
		return gathering;
	}

	List<Finding> findings() {
		return this.findings;
	}

	List<Check.Result> checks() {
		return this.checks;
	}

	List<Settings> settings() {
		return this.settings;
	}

	@Override
	public FindingGathering visitText(Text text) {
		return this;
	}

	@Override
	public FindingGathering visitValue(Value value) {
		return this;
	}

	@Override
	public FindingGathering visitFields(Fields fields) {
		this.checks.addAll(fields.checks());
		return each(fields.values().values());
	}

	@Override
	public FindingGathering visitItems(Items items) {
		return each(items.values());
	}

	@Override
	public FindingGathering visitTable(Table table) {
		return this;
	}

	@Override
	public FindingGathering visitTimeline(Timeline timeline) {
		return this;
	}

	@Override
	public FindingGathering visitSettings(Settings settings) {
		this.settings.add(settings);
		return this;
	}

	@Override
	public FindingGathering visitThreads(Threads threads) {
		return visitFields(threads.summary());
	}

	@Override
	public FindingGathering visitFinding(Finding finding) {
		this.findings.add(finding);
		return this;
	}

	@Override
	public FindingGathering visitFailure(Failure failure) {
		return this;
	}

	private FindingGathering each(Collection<Content> contents) {
		contents.forEach((content) -> content.accept(this));
		return this;
	}

}
