package io.github.gmr.view;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.gmr.content.Timeline;
import io.github.gmr.content.text.TimeSpan;

/**
 * Words that views have in common for a timeline.
 */
public final class TimelineWords {

	/**
	 * The header of the names of figures.
	 */
	public static final String FIGURE = "figure";

	private TimelineWords() {
	}

	/**
	 * Return the header of what shows the samples.
	 * @param timeline the timeline
	 * @return the header, such as {@code "last 5 min"}
	 */
	public static String samples(Timeline timeline) {
		long seconds = timeline.span().toSeconds();
		long minute = TimeUnit.MINUTES.toSeconds(1);
		return "last " + ((seconds < minute) ? seconds + " s"
				: TimeSpan.words(Duration.ofMinutes((seconds + minute / 2) / minute)));
	}

	/**
	 * Return what stands in the place of figures that were left out.
	 * @param timeline the timeline, with figures that were left out
	 * @return the words, such as {@code "... 7 more"}
	 */
	public static String omitted(Timeline timeline) {
		return "... " + timeline.omitted() + " more";
	}

}
