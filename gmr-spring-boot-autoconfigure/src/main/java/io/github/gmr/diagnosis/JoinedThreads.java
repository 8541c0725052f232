package io.github.gmr.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.thread.ThreadLock;
import io.github.gmr.content.thread.ThreadLock.Relation;
import io.github.gmr.section.dump.JvmThreads;
import org.jspecify.annotations.Nullable;

/**
 * Knows for the end of which platform threads others wait: the monitor at which they do
 * so is that thread.
 */
final class JoinedThreads {

	private @Nullable Map<Integer, Long> identifiers;

	/**
	 * Return the threads that some wait for.
	 * @param waiting threads that wait for the end of another one
	 * @return the identifiers of those that live
	 */
	List<Long> of(Standing waiting) {
		Map<Integer, Long> known = identifiers();
		return waiting.threads()
			.stream()
			.flatMap((thread) -> thread.locks().stream())
			.filter((lock) -> lock.relation() == Relation.WAITING_ON)
			.map(ThreadLock::identity)
			.distinct()
			.filter(known::containsKey)
			.map(known::get)
			.toList();
	}

	@SuppressWarnings("deprecation")
	private Map<Integer, Long> identifiers() {
		Map<Integer, Long> known = this.identifiers;
		if (known == null) {
			Map<Integer, Long> found = new HashMap<>();
			JvmThreads.all().forEach((thread) -> found.put(System.identityHashCode(thread), thread.getId()));
			this.identifiers = found;
			known = found;
		}
		return known;
	}

}
