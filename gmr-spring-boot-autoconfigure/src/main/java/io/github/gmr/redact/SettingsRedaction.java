package io.github.gmr.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.gmr.content.Setting;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Settings;
import io.github.gmr.content.Text;
import io.github.gmr.redact.Sanitizers.Question;
import io.github.gmr.redact.text.Marks;
import org.jspecify.annotations.Nullable;

/**
 * Redacts settings for an audience, wherever they stand. Used by one thread.
 */
final class SettingsRedaction {

	private final Masking masking;

	private final Sanitizers sanitizers;

	private final Audience audience;

	private final Map<String, String> recurring = new HashMap<>();

	private SiblingNames siblings = SiblingNames.of(List.of());

	SettingsRedaction(Masking masking, Sanitizers sanitizers, Audience audience) {
		this.masking = masking;
		this.sanitizers = sanitizers;
		this.audience = audience;
	}

	Settings redact(Settings settings) {
		List<Setting> shown = settings.settings().stream().filter(this::isShown).toList();
		List<Question> questions = shown.stream().flatMap(SettingsRedaction::questions).toList();
		Iterator<String> answers = this.sanitizers.ask(questions).iterator();
		this.siblings = SiblingNames.of(settings.settings());
		List<Setting> redacted = new ArrayList<>();
		for (Setting setting : settings.settings()) {
			boolean visible = isShown(setting);
			redacted.add(redact(setting, visible ? shown(setting, answers) : hidden(setting.value()), !visible));
		}
		return new Settings(redacted, legend(redacted), settings.omitted());
	}

	/**
	 * Redact a setting that stands alone.
	 * @param setting the setting
	 * @return the setting as the audience may see it
	 */
	Setting redact(Setting setting) {
		return redact(new Settings(List.of(setting))).settings().get(0);
	}

	/**
	 * Return free text as the audience may see it.
	 * @param text the text
	 * @return the text, not masked yet, without the value of a setting if that is hidden
	 */
	String shown(Text text) {
		return (this.audience.showsValues() || !text.hasSetting()) ? text.text()
				: text.text().substring(0, text.settingAt()) + Marks.MASK;
	}

	/**
	 * Mask a line that many settings share.
	 */
	private String recurring(String line) {
		return this.recurring.computeIfAbsent(line, this.masking::line);
	}

	private boolean isShown(Setting setting) {
		return this.audience.showsValues() && !setting.hidden();
	}

	private static Stream<Question> questions(Setting setting) {
		Setting.Provenance provenance = setting.provenance();
		String source = (provenance != null) ? provenance.source() : null;
		Stream<Question> pieces = setting.pieces()
			.stream()
			.flatMap((piece) -> piece.keys().stream().map((key) -> new Question(source, key, piece.text())));
		String value = setting.value();
		return (value != null) ? Stream.concat(pieces, Stream.of(new Question(source, setting.name(), value)))
				: Stream.empty();
	}

	private String legend(List<Setting> settings) {
		boolean hidden = !this.audience.showsValues() || settings.stream().anyMatch(Setting::hidden);
		return hidden ? "all values are hidden (" + Marks.MASK + ") from this audience"
				: "secrets are masked (" + Marks.MASK + "), all other values are shown";
	}

	private Setting redact(Setting setting, @Nullable String value, boolean hidden) {
		return new Setting(recurring(setting.group()), this.masking.line(setting.name()), value,
				provenance(setting.provenance()), hidden, List.of(), remark(setting.remark(), value));
	}

	/**
	 * Return what an audience may know about a value of which it sees all, or not.
	 */
	private @Nullable Remark remark(@Nullable Remark remark, @Nullable String value) {
		if (remark == null || remark.detail() == null) {
			return remark;
		}
		boolean masked = value != null && value.contains(Marks.MASK);
		return masked ? remark.withoutDetail() : new Remark(remark.kind(), this.masking.line(remark.detail()));
	}

	private static @Nullable String hidden(@Nullable String value) {
		return (value != null) ? Marks.MASK : null;
	}

	private @Nullable String shown(Setting setting, Iterator<String> answers) {
		String value = setting.value();
		if (value == null) {
			return null;
		}
		String joined = setting.pieces().isEmpty() ? value : join(setting, answers);
		String answer = answers.next();
		String text = answer.equals(value) ? joined : answer;
		return hides(setting, setting.name(), text) ? Marks.MASK
				: this.masking.value(setting.name(), text, Masking.MAX_VALUE);
	}

	/**
	 * Put a value together of its pieces, without those that come from secrets.
	 */
	private String join(Setting setting, Iterator<String> answers) {
		return setting.pieces()
			.stream()
			.map((piece) -> isMasked(setting, piece, answers) ? Marks.MASK : piece.text())
			.collect(Collectors.joining());
	}

	private boolean isMasked(Setting setting, Setting.Piece piece, Iterator<String> answers) {
		boolean masked = false;
		for (String key : piece.keys()) {
			masked |= !answers.next().equals(piece.text()) || hides(setting, key, piece.text());
		}
		return masked;
	}

	private boolean hides(Setting setting, String name, String value) {
		boolean open = setting.remark() != null && setting.remark().isOpen();
		boolean hidden = open ? this.masking.hides(name, value) : this.masking.hidesResolved(name, value);
		String told = this.siblings.nameFor(name);
		return hidden || (told != null && this.masking.hidesResolved(told, value));
	}

	private Setting.@Nullable Provenance provenance(Setting.@Nullable Provenance provenance) {
		if (provenance == null) {
			return null;
		}
		String source = recurring(provenance.source());
		String origin = (provenance.origin() != null) ? this.masking.line(provenance.origin()) : null;
		boolean same = source.equals(provenance.source()) && Objects.equals(origin, provenance.origin());
		return same ? provenance : new Setting.Provenance(source, origin, provenance.shadowed());
	}

}
