package io.github.gmr.section.environment;

import java.util.Locale;

/**
 * Names of properties as Spring Boot compares them.
 */
final class RelaxedName {

	private RelaxedName() {
	}

	/**
	 * Return what all spellings of a name have in common: no case, dashes or underscores
	 * outside of brackets.
	 * @param name the name
	 * @return the uniform name
	 */
	static String uniform(String name) {
		StringBuilder result = new StringBuilder(name.length());
		boolean brackets = false;
		for (int i = 0; i < name.length(); i++) {
			char ch = name.charAt(i);
			brackets = (ch == '[') || (brackets && ch != ']');
			if (brackets) {
				result.append(ch);
			}
			else if (ch != '-' && ch != '_') {
				result.append(Character.toLowerCase(ch));
			}
		}
		return result.toString();
	}

	/**
	 * Return what a name has in common with the environment variable that sets it.
	 * @param uniform the uniform name
	 * @return its letters and digits
	 */
	static String plain(String uniform) {
		StringBuilder result = new StringBuilder(uniform.length());
		for (int i = 0; i < uniform.length(); i++) {
			char ch = uniform.charAt(i);
			if (Character.isLetterOrDigit(ch)) {
				result.append(Character.toLowerCase(ch));
			}
		}
		return result.toString();
	}

	/**
	 * Return the first part of the name of an environment variable.
	 * @param variable the name of the variable
	 * @return what stands before the first underscore, in lower case
	 */
	static String rootOfVariable(String variable) {
		int end = variable.indexOf('_');
		return ((end >= 0) ? variable.substring(0, end) : variable).toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the first part of a name.
	 * @param name the name
	 * @return what stands before the first dot
	 */
	static String root(String name) {
		int end = 0;
		while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
			end++;
		}
		return name.substring(0, end);
	}

}
