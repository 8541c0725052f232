package io.github.gmr.redact.find;

import java.util.ArrayList;
import java.util.List;

import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.SecretFinder;

/**
 * Masks lists of arguments as the line that they were.
 */
final class ArgumentLists {

	private static final String SPACE = " ";

	private ArgumentLists() {
	}

	/**
	 * Mask what finders find in the line of all arguments.
	 * @param arguments the arguments
	 * @param finders find secrets in a line
	 * @return as many texts with masks in them
	 */
	static List<String> mask(List<String> arguments, List<SecretFinder> finders) {
		String line = String.join(SPACE, arguments);
		Marks marks = new Marks();
		finders.forEach((finder) -> finder.find(line, marks));
		if (marks.isEmpty()) {
			return arguments;
		}
		List<String> masked = new ArrayList<>();
		int start = 0;
		for (String argument : arguments) {
			masked.add(marks.within(start, start + argument.length()).mask(argument));
			start += argument.length() + 1;
		}
		return masked;
	}

}
