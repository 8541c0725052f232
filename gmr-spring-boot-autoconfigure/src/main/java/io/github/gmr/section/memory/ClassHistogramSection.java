package io.github.gmr.section.memory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.gmr.content.Content;
import io.github.gmr.content.Text;
import io.github.gmr.content.text.ByteSize;
import io.github.gmr.section.BuiltInSection;
import io.github.gmr.section.ReportSection;
import io.github.gmr.section.SectionTraits;
import io.github.gmr.section.hotspot.DiagnosticCommand;

/**
 * Shows of which classes there are most instances in the heap, those that are garbage
 * included: to leave them out would take a whole collection.
 *
 * <pre>
 * stopped the world for = 182 ms
 * classes =
 *   31 MB in 312011 instances of [B (java.base@25.0.3)
 *   9 MB in 289112 instances of java.lang.String (java.base@25.0.3)
 * total = 81 MB in 1500112 instances
 * </pre>
 *
 * The JVM stands still while it counts, about a second for some gigabytes.
 */
public final class ClassHistogramSection implements BuiltInSection {

	private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S.*)");

	private static final Pattern TOTAL = Pattern.compile("Total\\s+(\\d+)\\s+(\\d+)\\s*");

	private final int maxClasses;

	private final Callable<String> histogram;

	/**
	 * Create the section for this JVM.
	 * @param maxClasses how many classes to show
	 */
	public ClassHistogramSection(int maxClasses) {
		this(maxClasses, () -> DiagnosticCommand.run("gcClassHistogram", "-all"));
	}

	ClassHistogramSection(int maxClasses, Callable<String> histogram) {
		this.maxClasses = maxClasses;
		this.histogram = histogram;
	}

	@Override
	public SectionTraits traits() {
		return SectionTraits.at(1900);
	}

	/**
	 * A histogram walks the whole heap.
	 */
	@Override
	public ReportSection forWarmUp() {
		return new ClassHistogramSection(this.maxClasses, () -> "");
	}

	@Override
	public Content content() throws Exception {
		long start = System.nanoTime();
		String histogram = this.histogram.call();
		Duration stopped = Duration.ofNanos(System.nanoTime() - start);
		List<Text> classes = histogram.lines()
			.map(LINE::matcher)
			.filter(Matcher::matches)
			.limit(this.maxClasses)
			.map((line) -> Content.text(size(line) + " of " + line.group(3)))
			.toList();
		return Content.fields((fields) -> {
			fields.add("stopped the world for", stopped).add("classes", classes);
			histogram.lines()
				.map(TOTAL::matcher)
				.filter(Matcher::matches)
				.findFirst()
				.ifPresent((line) -> fields.add("total", size(line)));
		});
	}

	private static String size(Matcher line) {
		return new ByteSize(Long.parseLong(line.group(2))) + " in " + line.group(1) + " instances";
	}

}
