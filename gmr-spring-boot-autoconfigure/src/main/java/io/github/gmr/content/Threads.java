package io.github.gmr.content;

import java.util.List;
import java.util.function.UnaryOperator;

import io.github.gmr.content.text.WellFormed;
import io.github.gmr.content.thread.StackGroup;

/**
 * Threads of one kind at one instant, equal stacks grouped.
 *
 * @param kind what kind of threads
 * @param vm the name and version of the VM, for HotSpot's line
 * {@code Full thread dump <vm>:}
 * @param summary what can be said about all of them
 * @param groups the groups, in the order in which they are printed
 * @param omitted how many more threads there are that stand in no group
 */
public record Threads(Kind kind, String vm, Fields summary, List<StackGroup> groups, long omitted) implements Content {

	public Threads {
		vm = WellFormed.name(vm);
		groups = List.copyOf(groups);
	}

	@Override
	public <R> R accept(ContentVisitor<R> visitor) {
		return visitor.visitThreads(this);
	}

	@Override
	public String asText() {
		return "(threads)";
	}

	/**
	 * Return the first groups of these threads.
	 * @param summary what is kept of the summary
	 * @param kept the groups that are kept, whatever became of them
	 * @return new threads that count those that are left out
	 */
	public Threads cutTo(Fields summary, List<StackGroup> kept) {
		long omitted = this.groups.stream().skip(kept.size()).mapToLong(StackGroup::size).sum();
		return new Threads(this.kind, this.vm, summary, kept, this.omitted + omitted);
	}

	/**
	 * Return these threads with other names: of threads, of the owners of locks, of the
	 * containers of virtual threads, and the texts of the summary, which tell such names.
	 * Frames and the classes of locks stay as they are.
	 * @param names returns the name to show for a name
	 * @return new threads
	 */
	public Threads mapNames(UnaryOperator<String> names) {
		return new Threads(this.kind, this.vm, new NameMapping(names).visitFields(this.summary),
				this.groups.stream().map((group) -> group.mapNames(names)).toList(), this.omitted);
	}

	/**
	 * Kinds of threads.
	 */
	public enum Kind {

		/**
		 * Threads of the operating system.
		 */
		PLATFORM,

		/**
		 * Threads that the JVM schedules on carriers.
		 */
		VIRTUAL

	}

}
