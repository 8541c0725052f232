package io.github.gmr.autoconfigure.part;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

/**
 * The name that a part of reports gets from the name of its bean or class: the bean
 * {@code orderQueueReportSection} is the section {@code order-queue}, titled
 * {@code Order Queue}.
 *
 * @param words the words of the bean's name, without its suffix
 */
public record PartName(List<String> words) {

	private static final Pattern WORD_START = Pattern
		.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");

	/**
	 * Read the name of a bean.
	 * @param beanName the name of the bean
	 * @param suffix what the name of such a bean ends with, after an optional
	 * {@code Report}
	 * @return the name of the part
	 */
	public static PartName of(String beanName, String suffix) {
		return of(beanName.replaceFirst("(?<=.)(Report)?" + suffix + "$", ""), List.of(suffix));
	}

	/**
	 * Read the name of a class.
	 * @param type the class
	 * @param suffix what the name of such a class ends with
	 * @return the name of the part
	 */
	public static PartName of(Class<?> type, String suffix) {
		return of(type.getSimpleName().replaceFirst("(?<=.)" + suffix + "$", ""), List.of(suffix));
	}

	private static PartName of(String bare, List<String> otherwise) {
		List<String> words = WORD_START.splitAsStream(bare).filter(StringUtils::hasText).toList();
		return new PartName(words.isEmpty() ? otherwise : words);
	}

	/**
	 * Return the name in URLs and keys.
	 * @return the name, such as {@code "order-queue"}
	 */
	public String name() {
		return String.join("-", this.words).toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the title.
	 * @return the title, such as {@code "Order Queue"}
	 */
	public String title() {
		return String.join(" ", this.words.stream().map(StringUtils::capitalize).toList());
	}

}
