package io.github.gmr.section.process;

import java.util.List;
import java.util.Optional;

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
 * @param kinds what they are, the most frequent first, of very many the first ones
 */
record OpenFiles(@Nullable Long count, @Nullable Long limit, List<FileKind> kinds) {

	/**
	 * Stands for files of which nothing is known.
	 */
	static final OpenFiles UNKNOWN = new OpenFiles(null, null, List.of());

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
		Finding finding = finding(share);
		return CHECK.of(share.reaches(percent) ? finding : null, Level.of(share, percent));
	}

	/**
	 * Returns the finding, made when there is no need to as well: nothing has to be
	 * linked then when there is one.
	 */
	private Finding finding(Share share) {
		Optional<FileKind> most = this.kinds.stream().findFirst();
		String words = most.map((kind) -> ", " + kind.words()).orElse("");
		Finding finding = Content.warning("%d of %d file descriptors are open%s", share.part(), share.whole(), words)
			.evidence("open", share.part())
			.evidence("limit", share.whole());
		return most.map((kind) -> finding.evidence(kind.name(), kind.count())).orElse(finding);
	}

	/**
	 * Return what is open.
	 * @return a row for each kind
	 */
	Content table() {
		return Content.table(this.kinds, (table) -> {
			table.column("kind", FileKind::name);
			table.column("open", FileKind::count);
			table.column("most", FileKind::place);
		});
	}

}
