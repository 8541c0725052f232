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
	 * Return the environment variable that sets a property, in lower case.
	 * @param name the name of the property
	 * @param dash what stands in place of a dash: nothing, or an underscore in the older
	 * form
	 * @return the variable
	 */
	static String variable(String name, String dash) {
		return name.replace("-", dash).replace('.', '_').replace("[", "_").replace("]", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the property that an environment variable sets.
	 * @param variable the name of the variable
	 * @return the name of the property
	 */
	static String property(String variable) {
		return variable.toLowerCase(Locale.ROOT).replace('_', '.').replaceAll("\\.(\\d+)(?=\\.|$)", "[$1]");
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
