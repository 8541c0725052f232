package io.github.gmr.section.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process and its descendants, one line each, children below their parent.
 */
final class ProcessTree {

	static final int MAX_DESCENDANTS = 1000;

	private static final int MAX_INDENTED_LEVELS = 32;

	/**
	 * Fits into a text, however the lines are indented.
	 */
	private static final int MAX_CHARACTERS = 64_000;

	private final ProcessHandle root;

	private final ProcFiles files;

	private final ProcessOwners owners;

	private final StringBuilder text = new StringBuilder();

	private final Map<Long, String> ended = new LinkedHashMap<>();

	private int shown;

	ProcessTree(ProcessHandle root, ProcFiles files, ProcessOwners owners) {
		this.root = root;
		this.files = files;
		this.owners = owners;
	}

	String asText() {
		appendLine(this.root, this.files.status(ProcFiles.SELF));
		try {
			appendDescendants(this.root.descendants());
		}
		catch (RuntimeException ex) {
			this.text.append("\n  ... unknown: ").append(ex.getMessage());
		}
		return this.text.toString();
	}

	/**
	 * Return those of the processes shown that have ended and are not waited for.
	 * @return the names of their programs by process number
	 */
	Map<Long, String> ended() {
		return this.ended;
	}

	private void appendDescendants(Stream<ProcessHandle> descendants) {
		Map<Long, List<ProcessHandle>> children = descendants.filter((process) -> process.parent().isPresent())
			.collect(Collectors.groupingBy(ProcessTree::parent));
		appendChildren(this.root, children, 1);
		long omitted = children.values().stream().mapToLong(List::size).sum() - this.shown;
		if (omitted > 0) {
			this.text.append("\n  ... ").append(omitted).append(" more");
		}
	}

	private void appendChildren(ProcessHandle process, Map<Long, List<ProcessHandle>> children, int level) {
		for (ProcessHandle child : children.getOrDefault(process.pid(), List.of())) {
			if (this.shown >= MAX_DESCENDANTS || this.text.length() >= MAX_CHARACTERS) {
				return;
			}
			this.shown++;
			appendChild(child, level);
			appendChildren(child, children, level + 1);
		}
	}

	private void appendChild(ProcessHandle child, int level) {
		ProcessStatus status = this.files.status(Long.toString(child.pid()));
		if (status.state() != null || child.isAlive()) {
			if (ProcessStatus.ZOMBIE.equals(status.state())) {
				this.ended.put(child.pid(), (status.name() != null) ? status.name() : "");
			}
			this.text.append('\n').append("  ".repeat(Math.min(level, MAX_INDENTED_LEVELS)));
			appendLine(child, status);
		}
	}

	private void appendLine(ProcessHandle process, ProcessStatus status) {
		this.text.append("Process " + process.pid() + " (under " + parent(process) + ") [ run by: "
				+ this.owners.name(process, status) + " (" + ProcessesSection.orUnknown(status.uid()) + "), state: "
				+ ProcessesSection.orUnknown(status.state()) + " ]");
	}

	private static long parent(ProcessHandle process) {
		return process.parent().map(ProcessHandle::pid).orElse(0L);
	}

}
