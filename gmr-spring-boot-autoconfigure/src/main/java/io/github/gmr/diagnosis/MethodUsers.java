package io.github.gmr.diagnosis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.gmr.section.activity.ApplicationCode;

/**
 * Knows which threads are in methods in which others wait, and which run what such a
 * method has made. All stacks are looked at once.
 */
final class MethodUsers {

	private static final String LAMBDA = ".lambda$";

	private final List<Standing> all;

	private final ApplicationCode code;

	private final Map<String, Set<Standing>> inside = new HashMap<>();

	private final Map<String, Set<Standing>> tasks = new HashMap<>();

	private final Map<String, String> methods = new HashMap<>();

	MethodUsers(List<Standing> all, ApplicationCode code) {
		this.all = all;
		this.code = code;
	}

	/**
	 * Add a method of which the users are wanted.
	 * @param waiting threads that wait in it
	 */
	void want(Standing waiting) {
		String method = waiting.method();
		if (method != null) {
			this.inside.computeIfAbsent(method, (any) -> new LinkedHashSet<>());
		}
	}

	/**
	 * Find the users of all methods.
	 */
	void find() {
		for (Standing standing : this.all) {
			for (String frame : standing.frames()) {
				Set<Standing> users = this.inside.get(this.methods.computeIfAbsent(frame, ApplicationCode::method));
				if (users != null) {
					users.add(standing);
				}
			}
			if (standing.runsTask()) {
				this.tasks.computeIfAbsent(maker(standing), (any) -> new LinkedHashSet<>()).add(standing);
			}
		}
	}

	/**
	 * Returns the method that has made the task which threads run, if that is a lambda,
	 * or else the class of the task.
	 */
	private String maker(Standing standing) {
		List<String> own = this.code.frames(standing.frames());
		String outermost = ApplicationCode
			.method(own.isEmpty() ? standing.activity().place() : own.get(own.size() - 1));
		int lambda = outermost.indexOf(LAMBDA);
		if (lambda < 0) {
			return outermost.substring(0, outermost.lastIndexOf('.'));
		}
		String name = outermost.substring(lambda + LAMBDA.length());
		int end = name.indexOf('$');
		return outermost.substring(0, lambda) + '.' + ((end >= 0) ? name.substring(0, end) : name);
	}

	/**
	 * Return the threads that are further in methods in which some wait.
	 * @param waiting those that wait
	 * @return the others
	 */
	Set<Standing> inside(List<Standing> waiting) {
		Set<Standing> users = new LinkedHashSet<>();
		methods(waiting).forEach((method) -> users.addAll(this.inside.getOrDefault(method, Set.of())));
		waiting.forEach(users::remove);
		return users;
	}

	/**
	 * Return the threads that run what methods in which some wait have made.
	 * @param waiting those that wait
	 * @return the others
	 */
	Set<Standing> makersOf(List<Standing> waiting) {
		Set<Standing> makers = new LinkedHashSet<>();
		for (String method : methods(waiting)) {
			String nested = method.substring(0, method.lastIndexOf('.')) + '$';
			this.tasks.forEach((maker, threads) -> {
				if (maker.equals(method) || maker.startsWith(nested)) {
					makers.addAll(threads);
				}
			});
		}
		waiting.forEach(makers::remove);
		return makers;
	}

	private static Set<String> methods(List<Standing> waiting) {
		Set<String> methods = new HashSet<>();
		waiting.stream().map(Standing::method).flatMap(Stream::ofNullable).forEach(methods::add);
		return methods;
	}

}
