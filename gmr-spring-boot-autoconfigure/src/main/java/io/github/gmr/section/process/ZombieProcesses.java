package io.github.gmr.section.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;

/**
 * Descendants of this process that have ended and are not waited for. Each keeps its
 * place among the processes and threads there may be.
 */
final class ZombieProcesses {

	static final Check CHECK = new Check("zombie-processes");

	/**
	 * More than a process that starts many at once has for a moment.
	 */
	private static final int MANY = 30;

	/**
	 * By then the JVM has noticed the end of a process that it has started.
	 */
	private static final long NOTICED_MILLIS = 100;

	private final ProcFiles files;

	ZombieProcesses(ProcFiles files) {
		this.files = files;
	}

	/**
	 * Look whether ended processes pile up. Where there are many of them, look twice.
	 * @param ended those that have ended, name by process number
	 * @return the result
	 * @throws InterruptedException if the thread is interrupted
	 */
	Check.Result check(Map<Long, String> ended) throws InterruptedException {
		List<String> names = new ArrayList<>(ended.values());
		if (names.size() >= MANY) {
			TimeUnit.MILLISECONDS.sleep(NOTICED_MILLIS);
			names.clear();
			for (Map.Entry<Long, String> process : ended.entrySet()) {
				if (isEnded(process.getKey())) {
					names.add(process.getValue());
				}
			}
		}
		Finding finding = finding(names);
		return CHECK.of((names.size() >= MANY) ? finding : null, Level.of(names.size(), MANY, "processes"));
	}

	private boolean isEnded(long process) {
		return ProcessStatus.ZOMBIE.equals(this.files.status(Long.toString(process)).state());
	}

	/**
	 * Returns the finding, made when there is no need to as well: nothing has to be
	 * linked then when there is one.
	 */
	private static Finding finding(List<String> names) {
		Map<String, Integer> counts = new TreeMap<>();
		names.forEach((name) -> counts.merge(name, 1, Integer::sum));
		String most = counts.entrySet()
			.stream()
			.max(Map.Entry.comparingByValue())
			.map((entry) -> ", %d of them '%s'".formatted(entry.getValue(), entry.getKey()))
			.orElse("");
		return Content
			.warning("%d child processes are zombies: they have ended and are not waited for%s", names.size(), most)
			.evidence("zombies", names.size());
	}

}
