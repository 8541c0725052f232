package io.github.gmr.redact;

import java.util.List;

import io.github.gmr.content.Setting;
import io.github.gmr.content.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Redacts settings for an audience.
 */
final class SettingsRedaction {

	private final Masking masking;

	private final List<ValueSanitizer> sanitizers;

	private final Audience audience;

	SettingsRedaction(Masking masking, List<ValueSanitizer> sanitizers, Audience audience) {
		this.masking = masking;
		this.sanitizers = sanitizers;
		this.audience = audience;
	}

	Settings redact(Settings settings) {
		List<Setting> redacted = settings.settings().stream().map(this::redact).toList();
		return new Settings(redacted, legend(settings));
	}

	private String legend(Settings settings) {
		boolean hidden = !this.audience.showsValues() || settings.settings().stream().anyMatch(Setting::hidden);
		return hidden ? "all values are hidden (" + Redaction.MASK + ") from this audience"
				: "secrets are masked (" + Redaction.MASK + "), all other values are shown";
	}

	private Setting redact(Setting setting) {
		boolean hidden = setting.hidden() || !this.audience.showsValues();
		return new Setting(this.masking.line(setting.group()), this.masking.line(setting.name()),
				hidden ? hidden(setting.value()) : shown(setting), provenance(setting.provenance()), hidden);
	}

	private static @Nullable String hidden(@Nullable String value) {
		return (value != null) ? Redaction.MASK : null;
	}

	private @Nullable String shown(Setting setting) {
		String value = setting.pieces().isEmpty() ? setting.value() : join(setting);
		return (value != null)
				? this.masking.value(setting.name(), sanitized(setting, setting.name(), value), Masking.MAX_VALUE)
				: null;
	}

	private String join(Setting setting) {
		StringBuilder value = new StringBuilder();
		for (Setting.Piece piece : setting.pieces()) {
			value.append(masksPiece(setting, piece) ? Redaction.MASK : piece.text());
		}
		return value.toString();
	}

	private boolean masksPiece(Setting setting, Setting.Piece piece) {
		return piece.keys()
			.stream()
			.anyMatch((key) -> this.masking.hides(key, piece.text())
					|| !piece.text().equals(sanitized(setting, key, piece.text())));
	}

	private String sanitized(Setting setting, String name, String value) {
		Setting.Provenance provenance = setting.provenance();
		return sanitized(this.sanitizers, (provenance != null) ? provenance.source() : null, name, value);
	}

	static String sanitized(List<ValueSanitizer> sanitizers, @Nullable String source, String name, String value) {
		String sanitized = value;
		try {
			for (ValueSanitizer sanitizer : sanitizers) {
				String result = sanitizer.sanitize(source, name, sanitized);
				sanitized = (result != null) ? result : Redaction.MASK;
			}
			return sanitized;
		}
		catch (RuntimeException | StackOverflowError | LinkageError | AssertionError ex) {
			return Redaction.MASK;
		}
	}

	private Setting.@Nullable Provenance provenance(Setting.@Nullable Provenance provenance) {
		if (provenance == null) {
			return null;
		}
		String origin = provenance.origin();
		return new Setting.Provenance(this.masking.line(provenance.source()),
				(origin != null) ? this.masking.line(origin) : null, provenance.shadowed());
	}

}
