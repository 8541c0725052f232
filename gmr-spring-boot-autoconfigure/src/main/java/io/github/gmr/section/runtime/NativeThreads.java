package io.github.gmr.section.runtime;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.Share;
import io.github.gmr.section.threads.ThreadsSection;
import org.jspecify.annotations.Nullable;

/**
 * The native threads there may be.
 */
final class NativeThreads {

	static final Check CHECK = new Check("native-threads-scarce");

	private NativeThreads() {
	}

	/**
	 * Look whether there will soon be no more.
	 * @param count how many are started, {@code null} if that is not known
	 * @param limit how many there may be, {@code null} if there is no limit
	 * @param where whose they are
	 * @param percent from where on there are too many
	 * @return the result
	 */
	static Check.Result check(@Nullable Long count, @Nullable Long limit, String where, int percent) {
		if (count == null) {
			return CHECK.notPossible("the system does not tell how many threads " + where + " has");
		}
		Share share = new Share(count, (limit != null) ? limit : 0);
		Finding finding = (!share.reaches(percent)) ? null
				: Content.warning("%d of %d native threads that %s may have are started", count, limit, where)
					.evidence("threads", count)
					.evidence("limit", limit)
					.next(ThreadsSection.TITLE);
		return CHECK.of(finding, Level.of(share, percent));
	}

}
