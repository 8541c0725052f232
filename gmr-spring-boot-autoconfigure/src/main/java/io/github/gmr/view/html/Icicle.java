package io.github.gmr.view.html;

import java.io.IOException;
import java.util.List;

import io.github.gmr.content.thread.StackGroup;
import io.github.gmr.view.Markup;
import io.github.gmr.view.html.StackTree.Method;

/**
 * Draws the most common stacks as icicles: every method is as wide as the number of
 * threads in it, and hangs below its caller.
 */
final class Icicle {

	private static final double WIDTH = 1200;

	private static final int ROW = 20;

	private static final int MAX_ROWS = 40;

	/**
	 * Rows of methods that are too narrow for their names.
	 */
	private static final int MAX_NARROW_ROWS = 14;

	private static final double NARROW = 40;

	private static final double MIN_WIDTH = 3;

	private static final double LETTER = 6.7;

	private final StackTree tree;

	private final boolean all;

	Icicle(List<StackGroup> groups) {
		this.tree = new StackTree(groups);
		this.all = groups.size() <= StackTree.MAX_GROUPS;
	}

	void write(Markup html) throws IOException {
		int rows = rows(this.tree.root(), 0);
		html.line().start("figure", "stacks").start("figcaption");
		html.text("Stacks" + (this.all ? "" : " of the " + StackTree.MAX_GROUPS + " largest groups")
				+ ": callers above, as wide as the number of threads. ");
		writeLegend(html);
		html.end().start("div", "scroll").attribute("tabindex", "0").attribute("role", "region");
		html.attribute("aria-label", "Stacks").start("svg").attribute("role", "img");
		html.attribute("aria-label", "Picture of the stacks that are listed below");
		html.attribute("viewBox", "0 0 " + (int) WIDTH + " " + rows * ROW).attribute("width", (int) WIDTH);
		html.attribute("height", rows * ROW);
		writeCallees(this.tree.root(), 0, 0, html);
		html.end().end().end();
	}

	private static void writeLegend(Markup html) throws IOException {
		html.start("span", "legend");
		for (FrameOrigin origin : FrameOrigin.values()) {
			html.element("span", origin.type(), origin.words()).text(" ");
		}
		html.end();
	}

	private void writeCallees(Method caller, double left, int row, Markup html) throws IOException {
		double x = left;
		for (Method callee : caller.callees()) {
			double width = width(callee);
			if (isDrawn(width, row)) {
				write(callee, x, width, row, html);
				writeCallees(callee, x, row + 1, html);
			}
			x += width;
		}
	}

	private void write(Method method, double x, double width, int row, Markup html) throws IOException {
		html.line().start("g", FrameOrigin.of(method.name()).type());
		html.element("title",
				method.name() + ": " + method.threads() + " of " + this.tree.root().threads() + " threads");
		html.empty("rect").attribute("x", tenths(x)).attribute("y", (long) row * ROW);
		html.attribute("width", tenths(width - 1)).attribute("height", ROW - 1);
		int letters = (int) ((width - 8) / LETTER);
		if (letters > 3) {
			html.start("text").attribute("x", tenths(x + 4)).attribute("y", (long) row * ROW + 14);
			html.text(label(method.shortName(), letters)).end();
		}
		html.end();
	}

	private static String label(String name, int letters) {
		return (name.length() <= letters) ? name : name.substring(0, letters - 1) + "\u2026";
	}

	private static String tenths(double length) {
		long tenths = Math.round(length * 10);
		return tenths / 10 + "." + tenths % 10;
	}

	private int rows(Method caller, int row) {
		int rows = row;
		for (Method callee : caller.callees()) {
			if (isDrawn(width(callee), row)) {
				rows = Math.max(rows, rows(callee, row + 1));
			}
		}
		return rows;
	}

	private double width(Method method) {
		return method.threads() * WIDTH / this.tree.root().threads();
	}

	private static boolean isDrawn(double width, int row) {
		return width >= MIN_WIDTH && row < ((width < NARROW) ? MAX_NARROW_ROWS : MAX_ROWS);
	}

}
