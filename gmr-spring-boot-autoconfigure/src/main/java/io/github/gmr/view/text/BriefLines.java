package io.github.gmr.view.text;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.gmr.content.text.Truncation;

/**
 * The lines of a brief report in reading order. Where there is no room for all of them,
 * those of the highest ranks are written, of each rank the first ones, and what is left
 * out is counted.
 */
final class BriefLines {

	/**
	 * How many bytes they may have together.
	 */
	static final int MAX_SIZE = 8000;

	/**
	 * Room for the count of what is left out.
	 */
	private static final int COUNT = 300;

	private final List<BriefLine> lines = new ArrayList<>();

	/**
	 * Add a head.
	 * @param rank its rank
	 * @param title its title
	 * @throws IOException never
	 */
	void head(BriefRank rank, String title) throws IOException {
		add(rank, (lines) -> lines.head(title));
	}

	/**
	 * Add a line of the report's own making.
	 * @param rank its rank
	 * @param line the line
	 * @throws IOException never
	 */
	void line(BriefRank rank, String line) throws IOException {
		add(rank, (lines) -> lines.line(cut(rank, line)));
	}

	/**
	 * Add a line that begins with a word of the report or the name of a value.
	 * @param rank its rank
	 * @param text the text
	 * @throws IOException never
	 */
	void named(BriefRank rank, String text) throws IOException {
		add(rank, (lines) -> lines.named(cut(rank, text)));
	}

	/**
	 * Add a line that stands deeper than others.
	 * @param rank its rank
	 * @param levels how many levels deeper
	 * @param text the text
	 * @throws IOException never
	 */
	void deeper(BriefRank rank, int levels, String text) throws IOException {
		line(rank, TextLines.INDENT.repeat(levels) + text);
	}

	private void add(BriefRank rank, TextPart.Text text) throws IOException {
		this.lines.add(new BriefLine(rank, text(text)));
	}

	private static String cut(BriefRank rank, String line) {
		return Truncation.fit(Line.of(line), rank.length());
	}

	/**
	 * Write the lines there is room for.
	 * @param out where to write them
	 * @param ending what stands below them in any case
	 * @throws IOException if the output fails
	 */
	void write(TextLines out, TextPart.Text ending) throws IOException {
		String end = text(ending);
		Map<BriefRank, Integer> kept = fitting(MAX_SIZE - COUNT - size(end));
		Map<BriefRank, Integer> written = new EnumMap<>(BriefRank.class);
		for (BriefLine line : this.lines) {
			if (written.merge(line.rank(), 1, Integer::sum) <= kept.getOrDefault(line.rank(), 0)) {
				out.writer().write(line.text());
			}
		}
		String leftOut = leftOut(kept, written);
		if (!leftOut.isEmpty()) {
			out.writer().append("left out = ").append(leftOut).append('\n');
		}
		out.writer().write(end);
	}

	/**
	 * Returns how many lines of each rank there is room for.
	 */
	private Map<BriefRank, Integer> fitting(int room) {
		Map<BriefRank, Integer> fitting = new EnumMap<>(BriefRank.class);
		int left = room;
		for (BriefRank rank : BriefRank.values()) {
			for (BriefLine line : this.lines) {
				if (line.rank() == rank && left >= 0) {
					left -= size(line.text());
					fitting.merge(rank, (left >= 0) ? 1 : 0, Integer::sum);
				}
			}
		}
		return fitting;
	}

	private static String leftOut(Map<BriefRank, Integer> kept, Map<BriefRank, Integer> all) {
		return all.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > kept.getOrDefault(entry.getKey(), 0))
			.map((entry) -> String.join(" ", String.valueOf(entry.getValue() - kept.getOrDefault(entry.getKey(), 0)),
					"of", String.valueOf(entry.getValue()), entry.getKey().words()))
			.collect(Collectors.joining(", "));
	}

	private static String text(TextPart.Text text) throws IOException {
		StringWriter writer = new StringWriter();
		text.write(new TextLines(writer));
		return writer.toString();
	}

	private static int size(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	/**
	 * One or more lines that stand together.
	 */
	private record BriefLine(BriefRank rank, String text) {
	}

}
