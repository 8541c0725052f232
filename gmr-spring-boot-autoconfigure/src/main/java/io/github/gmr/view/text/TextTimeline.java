package io.github.gmr.view.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.gmr.content.Timeline;
import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.view.TimelineWords;

/**
 * Writes a timeline: a row for each figure, with its name at the left, its readings at
 * the right of their columns, and a line of small bars for its samples.
 */
final class TextTimeline implements TextBlock {

	private static final String GAP = "  ";

	private final Timeline timeline;

	private final List<List<String>> rows = new ArrayList<>();

	TextTimeline(Timeline timeline) {
		this.timeline = timeline;
		this.rows.add(cells(TimelineWords.FIGURE, timeline.columns(), TimelineWords.samples(timeline)));
		for (FigureSeries figure : timeline.figures()) {
			this.rows.add(cells(figure.name(), figure.readings().stream().map(FigureReading::words).toList(),
					SmallBars.of(figure.samples())));
		}
	}

	@Override
	public void write(TextLines lines) throws IOException {
		TextLines inner = lines.offMargin();
		int[] widths = IntStream.range(0, this.rows.get(0).size()).map(this::width).toArray();
		for (List<String> row : this.rows) {
			inner.row(line(row, widths));
		}
		if (this.timeline.omitted() > 0) {
			inner.row(TimelineWords.omitted(this.timeline));
		}
	}

	private int width(int column) {
		return this.rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0);
	}

	/**
	 * Returns a line in which only what stands between the first and the last column
	 * stands at the right.
	 */
	private static String line(List<String> row, int[] widths) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < widths.length; i++) {
			String padding = " ".repeat(widths[i] - row.get(i).length());
			boolean left = i == 0 || i == widths.length - 1;
			line.append((i > 0) ? GAP : "").append(left ? row.get(i) + padding : padding + row.get(i));
		}
		return line.toString().stripTrailing();
	}

	private static List<String> cells(String name, List<String> readings, String samples) {
		List<String> cells = new ArrayList<>();
		cells.add(name);
		cells.addAll(readings);
		cells.add(samples);
		return cells.stream().map((cell) -> cell.replace('\n', ' ')).toList();
	}

}
