package io.github.gmr.section.environment;

import java.util.List;
import java.util.stream.Stream;

import io.github.gmr.content.Setting.Piece;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Setting.Remark.Kind;
import io.github.gmr.content.text.Truncation;
import org.jspecify.annotations.Nullable;

import org.springframework.util.PlaceholderResolutionException;

/**
 * One question for one name. Asked once.
 */
final class PropertyQuestion {

	private final PropertyInquiry inquiry;

	private final PlaceholderTracer tracer;

	private final String group;

	private final String name;

	private final List<SourceValue> values;

	private @Nullable Trace trace;

	/**
	 * Create a question.
	 * @param inquiry knows whom to ask
	 * @param group the group of the property
	 * @param name the name to ask for
	 * @param values what sources have listed by this name, one at least
	 */
	PropertyQuestion(PropertyInquiry inquiry, String group, String name, List<SourceValue> values) {
		this.inquiry = inquiry;
		this.tracer = inquiry.tracer();
		this.group = group;
		this.name = name;
		this.values = values;
	}

	EffectiveProperty ask() {
		try {
			return answer();
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return failed(new Remark(Kind.FAILED, ex.getClass().getName()));
		}
	}

	private EffectiveProperty answer() {
		try {
			Remark hopeless = lookAhead();
			if (hopeless != null) {
				return open(hopeless);
			}
			String text = this.inquiry.environment().getProperty(this.name);
			return (text != null) ? known(Truncation.keep(text, PropertyText.MAX_TEXT))
					: open(new Remark(Kind.UNKNOWN, null));
		}
		catch (PlaceholderResolutionException ex) {
			return unresolved(ex.getPlaceholder());
		}
	}

	/**
	 * Follow placeholders before the environment does, which knows no limits.
	 * @return why it must not be asked, or {@code null}
	 */
	private @Nullable Remark lookAhead() {
		if (this.values.stream().noneMatch(SourceValue::hasPlaceholders)) {
			return null;
		}
		this.trace = this.tracer.trace(rawOr(this.values.get(0).text()));
		if (this.trace.failure() != null) {
			return new Remark(Kind.UNRESOLVED, this.trace.failure());
		}
		String missing = this.inquiry.isStrict() ? this.tracer.missing(this.trace) : null;
		if (missing != null) {
			return new Remark(Kind.UNRESOLVED, detail(missing));
		}
		return this.trace.isRandom() ? new Remark(Kind.RANDOM, null) : null;
	}

	private EffectiveProperty known(String text) {
		SourceValue winner = listed((this.trace != null) ? rawOr(text) : text);
		if (winner == null) {
			winner = this.inquiry.sources().find(this.group, this.name, rawOr(text), this.values);
			this.trace = this.tracer.trace(rawOr(text));
		}
		List<Piece> pieces = (this.trace != null) ? this.trace.pieces(text) : List.of();
		return answer(text, pieces, winner, (winner != null) ? null : new Remark(Kind.UNLISTED, null));
	}

	private @Nullable SourceValue listed(String raw) {
		String text = Truncation.keep(raw, PropertyText.MAX_TEXT);
		for (SourceValue value : this.values) {
			if (value.text().equals(text)) {
				return value;
			}
		}
		return null;
	}

	private String rawOr(String text) {
		String raw = this.tracer.raw(this.name);
		return (raw != null) ? raw : text;
	}

	private EffectiveProperty unresolved(String key) {
		this.trace = this.tracer.trace(rawOr(this.values.get(0).text()));
		if (key.equals(this.tracer.missing(this.trace))) {
			this.inquiry.becomeStrict();
		}
		return open(new Remark(Kind.UNRESOLVED, detail(key)));
	}

	/**
	 * Say which key has no value, unless the key itself was put together from values.
	 */
	private @Nullable String detail(String key) {
		Stream<@Nullable String> raws = (this.trace != null) ? this.trace.keys().stream().map(this.tracer::raw)
				: Stream.of();
		boolean written = Stream.concat(this.values.stream().map(SourceValue::text), raws)
			.anyMatch((text) -> text != null && text.contains("${" + key));
		return written ? "'" + key + "' has no value" : null;
	}

	private EffectiveProperty failed(Remark remark) {
		PropertyInquiry otherwise = this.inquiry.otherwise();
		return ((otherwise != null) ? otherwise.ask(this.group, this.name, this.values) : open(remark))
			.withRemark(remark);
	}

	/**
	 * Answer with what is known of a value that the environment does not have.
	 */
	private EffectiveProperty open(Remark remark) {
		Trace trace = (this.trace != null) ? this.trace : this.tracer.trace(this.values.get(0).text());
		return answer(trace.text(), trace.pieces(trace.text()), listed(trace.value()), remark);
	}

	private EffectiveProperty answer(String text, List<Piece> pieces, @Nullable SourceValue winner,
			@Nullable Remark remark) {
		int after = (winner != null) ? this.values.size() - 1 - Math.max(this.values.indexOf(winner), 0) : 0;
		return new EffectiveProperty(this.group, this.name, text, pieces, winner, after, remark);
	}

}
