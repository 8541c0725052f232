package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

import io.github.gmr.view.Markup;
import org.jspecify.annotations.Nullable;

/**
 * Draws values as a line from left to right, over an area that begins at zero. Where
 * there is no value, the line is interrupted.
 */
final class LineChart {

	private static final int WIDTH = 120;

	private static final int HEIGHT = 24;

	/**
	 * Keeps the line from being cut in half at the edges.
	 */
	private static final double MARGIN = 1.5;

	private final List<@Nullable Double> values;

	private final double lowest;

	private final double highest;

	LineChart(List<@Nullable Double> values) {
		this.values = values;
		this.lowest = reduce(values, Math::min);
		this.highest = reduce(values, Math::max);
	}

	private static double reduce(List<@Nullable Double> values, DoubleBinaryOperator operator) {
		return values.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).reduce(0, operator);
	}

	/**
	 * Write the chart, or nothing if there are no values.
	 * @param title what it shows
	 * @param html where to write it
	 * @throws IOException if the output fails
	 */
	void write(String title, Markup html) throws IOException {
		if (this.values.stream().allMatch(Objects::isNull)) {
			return;
		}
		StringBuilder line = new StringBuilder();
		StringBuilder area = new StringBuilder();
		for (int i = 0; i < this.values.size(); i++) {
			Double value = value(i);
			if (value != null) {
				draw(i, value, line, area);
			}
		}
		html.start("svg").attribute("role", "img").attribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
		html.attribute("preserveAspectRatio", "none").element("title", title);
		html.empty("path").attribute("class", "area").attribute("d", area.toString());
		html.empty("path").attribute("class", "line").attribute("d", line.toString()).end();
	}

	private void draw(int index, double value, StringBuilder line, StringBuilder area) {
		boolean first = value(index - 1) == null;
		boolean last = value(index + 1) == null;
		String point = x(index) + " " + y(value);
		line.append(first ? "M" : "L").append(point).append((first && last) ? "h0" : "");
		area.append(first ? "M" + x(index) + " " + y(0) : "").append("L").append(point);
		area.append(last ? "L" + x(index) + " " + y(0) + "Z" : "");
	}

	private @Nullable Double value(int index) {
		return (index >= 0 && index < this.values.size()) ? this.values.get(index) : null;
	}

	private String x(int index) {
		int steps = Math.max(1, this.values.size() - 1);
		return number(WIDTH - (WIDTH - 2 * MARGIN) * (this.values.size() - 1 - index) / steps - MARGIN);
	}

	private String y(double value) {
		double range = (this.highest > this.lowest) ? this.highest - this.lowest : 1;
		return number(HEIGHT - MARGIN - (value - this.lowest) / range * (HEIGHT - 2 * MARGIN));
	}

	private static String number(double length) {
		return String.format(Locale.ROOT, "%.1f", length);
	}

}
