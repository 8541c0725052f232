package io.github.gmr.section.process;

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
	 * Return a warning if the process will soon fail to open files and connections.
	 * @param percent from where on it will
	 * @return the warning, or {@code null} if there is none
	 */
	@Nullable Finding finding(int percent) {
		if (this.count == null || this.limit == null || !new Share(this.count, this.limit).reaches(percent)) {
			return null;
		}
		return Content.warning("%d of %d file descriptors are open", this.count, this.limit);
	}

}
