package io.github.gmr.section.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where threads stand in the code of the application.
 */
public final class ThreadPlaces {

	private static final int MAX = 10;

	private final Map<String, Long> places = new LinkedHashMap<>();

	private final long threads;

	private final List<Long> ids;

	private final List<String> frames;

	/**
	 * Count the threads at each place.
	 * @param stacks the stacks of the threads
	 * @param code knows the frames of the application
	 */
	public ThreadPlaces(List<ThreadStack> stacks, ApplicationCode code) {
		stacks.forEach((stack) -> this.places.merge(code.topmost(stack.frames()), stack.threads(), Long::sum));
		this.threads = stacks.stream().mapToLong(ThreadStack::threads).sum();
		this.ids = stacks.stream().flatMap((stack) -> stack.ids().stream()).toList();
		String most = sorted().findFirst().map(Map.Entry::getKey).orElse("");
		this.frames = stacks.stream()
			.filter((stack) -> code.topmost(stack.frames()).equals(most))
			.findFirst()
			.map((stack) -> code.frames(stack.frames()))
			.orElse(List.of());
	}

	/**
	 * Return the threads.
	 * @return their identifiers, of very many virtual ones only some
	 */
	public List<Long> ids() {
		return this.ids;
	}

	/**
	 * Return how many threads there are.
	 * @return their number
	 */
	public long threads() {
		return this.threads;
	}

	/**
	 * Return the place of most threads in code of the application.
	 * @return the topmost frame and maybe the outermost one, empty if there is none
	 */
	public List<String> frames() {
		return this.frames;
	}

	/**
	 * Return whether there is no thread at all.
	 * @return whether there is none
	 */
	public boolean isEmpty() {
		return this.threads == 0;
	}

	/**
	 * Return the places with most threads.
	 * @return words such as {@code "8 at com.acme.Orders.find(Orders.java:41)"}
	 */
	public List<String> most() {
		return sorted().limit(MAX)
			.map((entry) -> String.format(Locale.ROOT, "%d at %s", entry.getValue(), entry.getKey()))
			.toList();
	}

	private Stream<Map.Entry<String, Long>> sorted() {
		return this.places.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed());
	}

	/**
	 * Return the place of most threads, such as
	 * {@code "com.acme.Orders.find(Orders.java:41) (8 of 10 threads)"}.
	 */
	@Override
	public String toString() {
		return sorted().findFirst()
			.map((entry) -> String.format(Locale.ROOT, "%s (%d of %d threads)", entry.getKey(), entry.getValue(),
					this.threads))
			.orElse("nowhere");
	}

}
