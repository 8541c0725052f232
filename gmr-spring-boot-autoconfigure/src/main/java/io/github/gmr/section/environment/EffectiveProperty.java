package io.github.gmr.section.environment;

import java.util.List;

import io.github.gmr.content.Setting.Piece;
import io.github.gmr.content.Setting.Remark;
import io.github.gmr.content.Setting.Remark.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A property with the value it has for the application.
 *
 * @param group the group it is shown in
 * @param name the name it was asked for by
 * @param text its value
 * @param pieces the pieces of its value if other settings may be part of it, else empty
 * @param winner the source that has the value, or {@code null} if nobody knows
 * @param shadowed how many sources of lower precedence have a value, too
 * @param remark what else there is to say about the value
 */
record EffectiveProperty(String group, String name, String text, List<Piece> pieces, @Nullable SourceValue winner,
		int shadowed, @Nullable Remark remark) {

	static EffectiveProperty of(SourceValue only) {
		return new EffectiveProperty(only.group(), only.name(), only.text(), List.of(), only, 0, null);
	}

	/**
	 * Return whether the environment has no property of this name.
	 * @return whether only the source knows it
	 */
	boolean isUnknown() {
		return this.remark != null && this.remark.kind() == Kind.UNKNOWN;
	}

	/**
	 * Return whether the value has placeholders that are not resolved.
	 * @return whether it is not the one that the application gets
	 */
	boolean isOpen() {
		return this.remark != null && this.remark.isOpen();
	}

	EffectiveProperty withRemark(Remark remark) {
		return new EffectiveProperty(this.group, this.name, this.text, this.pieces, this.winner, this.shadowed, remark);
	}

}
