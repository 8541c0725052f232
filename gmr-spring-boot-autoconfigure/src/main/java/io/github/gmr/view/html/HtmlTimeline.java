package io.github.gmr.view.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.gmr.content.Timeline;
import io.github.gmr.content.figure.FigureReading;
import io.github.gmr.content.figure.FigureSeries;
import io.github.gmr.view.Markup;
import io.github.gmr.view.TimelineWords;

/**
 * Writes a timeline as a table: of each figure its name, a chart of its samples beside
 * it, which is in sight on small screens, too, and its readings.
 */
final class HtmlTimeline implements HtmlBlock {

	private final Timeline timeline;

	private final Markup html;

	HtmlTimeline(Timeline timeline, Markup html) {
		this.timeline = timeline;
		this.html = html;
	}

	@Override
	public void write() throws IOException {
		String samples = TimelineWords.samples(this.timeline);
		List<String> columns = new ArrayList<>(List.of(TimelineWords.FIGURE, samples));
		columns.addAll(this.timeline.columns());
		Set<Integer> numbers = IntStream.range(2, columns.size()).boxed().collect(Collectors.toSet());
		HtmlTable table = new HtmlTable(this.html).start(columns, numbers);
		this.html.start("tbody");
		for (FigureSeries figure : this.timeline.figures()) {
			write(figure, samples);
		}
		this.html.end();
		table.end();
		if (this.timeline.omitted() > 0) {
			this.html.element("p", "omitted", TimelineWords.omitted(this.timeline));
		}
	}

	private void write(FigureSeries figure, String samples) throws IOException {
		this.html.line().start("tr").element("td", "figure", figure.name()).start("td", "chart");
		new LineChart(figure.samples()).write(figure.name() + ", " + samples + ": up to " + figure.highest(),
				this.html);
		this.html.end();
		for (FigureReading reading : figure.readings()) {
			this.html.element("td", "number", reading.words());
		}
		this.html.end();
	}

}
