package io.github.gmr.section.process;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import io.github.gmr.content.text.Share;
import org.jspecify.annotations.Nullable;

/**
 * The file descriptors of this process.
 *
 * @param count how many are open, or {@code null} if it is not known
 * @param limit how many may be open, or {@code null} if it is not known
 */
record OpenFiles(@Nullable Long count, @Nullable Long limit) {

	/**
	 * The check for too many open files and connections.
	 */
	static final Check CHECK = new Check("file-descriptors-scarce");

	/**
	 * Look whether the process will soon fail to open files and connections.
	 * @param percent from where on it will
	 * @return the result
	 */
	Check.Result check(int percent) {
		if (this.count == null || this.limit == null) {
			return CHECK.notPossible("the system does not tell how many files are open");
		}
		Share share = new Share(this.count, this.limit);
		Finding finding = (!share.reaches(percent)) ? null
				: Content.warning("%d of %d file descriptors are open", this.count, this.limit)
					.evidence("open", this.count)
					.evidence("limit", this.limit);
		return CHECK.of(finding, Level.of(share, percent));
	}

}
