package io.github.gmr.section.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.content.Text;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command line, each a text of its own so that it can be masked by its
 * name. Those that configure the application end with the value of a setting: system
 * properties, options of agents, and all arguments of the application. Sizes and switches
 * of the JVM are no settings.
 */
public final class CommandLine {

	private static final Pattern JVM_SETTING = Pattern
		.compile("(?s)(-D[^=]*=|-(?:javaagent|agentlib|agentpath):[^=]*=).*");

	private static final Pattern APPLICATION_SETTING = Pattern.compile("(?s)((?:--|-D)[\\w.\\[\\]-]+=?).*");

	private CommandLine() {
	}

	/**
	 * Return the arguments of a JVM.
	 * @param arguments the arguments, without those of the application
	 * @return a text for each
	 */
	public static List<Text> ofJvm(List<String> arguments) {
		return arguments.stream().map(CommandLine::ofJvm).toList();
	}

	/**
	 * Return the command line of a JVM.
	 * @param arguments the arguments, the program first
	 * @param started what was started and its arguments, as in the system property
	 * {@code sun.java.command}, or {@code null} if that is not known
	 * @return a text for each argument
	 */
	static List<Text> of(List<String> arguments, @Nullable String started) {
		int application = application(arguments, (started != null) ? started : "");
		List<Text> texts = new ArrayList<>();
		for (int i = 0; i < arguments.size(); i++) {
			texts.add((i < application) ? ofJvm(arguments.get(i)) : ofApplication(arguments.get(i)));
		}
		return texts;
	}

	/**
	 * Returns the index of the first argument that may be one of the application: the one
	 * after the class, jar or module, or the first one that is no option if that stands
	 * in a file of arguments.
	 */
	private static int application(List<String> arguments, String started) {
		for (int i = 1; i < arguments.size(); i++) {
			if (!arguments.get(i).isEmpty() && (started + " ").startsWith(arguments.get(i) + " ")) {
				return i + 1;
			}
		}
		int first = 1;
		while (first < arguments.size() && arguments.get(first).matches("(?s)[-@].*")) {
			first++;
		}
		return first;
	}

	private static Text ofJvm(String argument) {
		Matcher setting = JVM_SETTING.matcher(argument);
		return setting.matches() ? ofSetting(argument, setting.end(1)) : new Text(argument);
	}

	private static Text ofApplication(String argument) {
		Matcher setting = APPLICATION_SETTING.matcher(argument);
		return ofSetting(argument, setting.matches() ? setting.end(1) : 0);
	}

	private static Text ofSetting(String argument, int begin) {
		return Text.ofSetting(argument.substring(0, begin), argument.substring(begin));
	}

}
