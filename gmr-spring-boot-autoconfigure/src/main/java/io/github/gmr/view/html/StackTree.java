package io.github.gmr.view.html;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.thread.StackGroup;

/**
 * The most common stacks as a tree of methods, callers above what they call.
 */
final class StackTree {

	/**
	 * How many groups of threads are looked at, the largest ones.
	 */
	static final int MAX_GROUPS = 200;

	private final Method root = new Method("");

	StackTree(List<StackGroup> groups) {
		groups.stream()
			.sorted(Comparator.comparingLong(StackGroup::size).reversed())
			.limit(MAX_GROUPS)
			.forEach(this::add);
	}

	Method root() {
		return this.root;
	}

	private void add(StackGroup group) {
		Method method = this.root;
		method.threads += group.size();
		List<String> frames = group.frames();
		for (int i = frames.size() - 1; i >= 0; i--) {
			method = method.callees.computeIfAbsent(name(frames.get(i)), Method::new);
			method.threads += group.size();
		}
	}

	private static String name(String frame) {
		int end = frame.indexOf('(');
		return (end > 0) ? frame.substring(0, end) : frame;
	}

	/**
	 * A method and how many threads are in it.
	 */
	static final class Method {

		private final String name;

		private final Map<String, Method> callees = new LinkedHashMap<>();

		private long threads;

		private Method(String name) {
			this.name = name;
		}

		/**
		 * Return the name of the method.
		 * @return the name with that of its class
		 */
		String name() {
			return this.name;
		}

		/**
		 * Return the name of the method with no more than the simple name of its class.
		 * @return the short name
		 */
		String shortName() {
			int dot = this.name.lastIndexOf('.', this.name.lastIndexOf('.') - 1);
			return this.name.substring(dot + 1);
		}

		long threads() {
			return this.threads;
		}

		/**
		 * Return what the method calls.
		 * @return the callees, those with the most threads first
		 */
		List<Method> callees() {
			return this.callees.values().stream().sorted(Comparator.comparingLong(Method::threads).reversed()).toList();
		}

	}

}
