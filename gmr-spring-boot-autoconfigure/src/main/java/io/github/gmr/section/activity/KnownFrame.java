package io.github.gmr.section.activity;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a frame, wherever it stands.
 *
 * @param waits the entries of the catalogue for it
 * @param origin whose code it is
 * @param owners what a thread may belong to that was started there
 */
record KnownFrame(List<Wait> waits, Origin origin, List<ThreadOwner> owners) {

	/**
	 * Return what a thread does that was called from here.
	 * @param kind what the frames above have shown
	 * @return the entry of the catalogue, {@code null} if there is none
	 */
	@Nullable Wait after(ActivityKind kind) {
		for (Wait wait : this.waits) {
			if (wait.after().contains(kind)) {
				return wait;
			}
		}
		return null;
	}

	/**
	 * Whose code a frame is.
	 */
	enum Origin {

		JDK, LIBRARY, GENERATED,

		/**
		 * Of the application, as its packages say.
		 */
		OWN,

		/**
		 * Of no known library: of the application, unless its packages are known.
		 */
		OTHER;

		boolean mayBeOwn() {
			return this == OWN || this == OTHER;
		}

	}

}
