package io.github.gmr.section.memory;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.content.Check;
import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;

/**
 * Class loaders counted by their class, as HotSpot's command {@code vmClassloaderStats}
 * lists them.
 */
final class ClassLoaders {

	static final Check CHECK = new Check("class-loaders-many");

	/**
	 * How many loaded classes there must be for the list to be worth what it costs: the
	 * JVM stands still for it. Most applications have fewer.
	 */
	private static final int WORTH_A_LOOK = 15_000;

	private static final String NO_LOOK = "Total = 0";

	private static final int MANY = 100;

	private static final int VERY_MANY = 1000;

	/**
	 * Three addresses, three numbers, the class.
	 */
	private static final Pattern LINE = Pattern.compile("(?m)^0x\\S+ +0x\\S+ +0x\\S+ +\\d+ +\\d+ +\\d+ +(\\S+)$");

	/**
	 * Made by reflection before JDK 18, one for each method that is called often.
	 */
	private static final String REFLECTION = "jdk.internal.reflect.DelegatingClassLoader";

	private ClassLoaders() {
	}

	/**
	 * Look whether there are many of the same class.
	 * @param loadedClasses how many classes are loaded
	 * @param list lists the loaders
	 * @return the result
	 */
	static Check.Result check(int loadedClasses, SlowCommand list) {
		return check((loadedClasses >= WORTH_A_LOOK) ? list.answer() : NO_LOOK);
	}

	private static Check.Result check(String statistics) {
		if (statistics.isEmpty()) {
			return CHECK.notPossible("the JVM has not said which class loaders there are");
		}
		Map<String, Integer> counts = new TreeMap<>();
		Matcher lines = LINE.matcher(statistics);
		while (lines.find()) {
			counts.merge(lines.group(1), 1, Integer::sum);
		}
		counts.remove(REFLECTION);
		int most = 0;
		String loader = "";
		for (Map.Entry<String, Integer> count : counts.entrySet()) {
			if (count.getValue() > most) {
				most = count.getValue();
				loader = count.getKey();
			}
		}
		Finding finding = finding(most, loader);
		return CHECK.of((most >= MANY) ? finding : null, Level.of(most, MANY, "class loaders"));
	}

	private static Finding finding(int count, String loader) {
		String words = "There are %d class loaders of %s".formatted(count, loader);
		return ((count >= VERY_MANY) ? Content.warning("%s", words) : Content.info("%s", words)).subject(loader)
			.evidence("class loaders", count)
			.next(MemorySection.TITLE);
	}

}
