package io.github.gmr.actuate;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import io.github.gmr.engine.SizeLimitedRenderer;
import io.github.gmr.redact.RedactedReport;
import io.github.gmr.sink.RenderedReport;
import org.jspecify.annotations.Nullable;

/**
 * The whole report that was rendered last in one format for one audience. Those who share
 * a report share its bytes, too, as long as one of them still reads them. Safe for use by
 * several threads.
 */
class RecentRendering {

	private final Lock lock = new ReentrantLock();

	private final Duration timeToLive;

	private volatile WeakReference<RenderedReport> last = new WeakReference<>(null);

	private volatile @Nullable Kept kept;

	/**
	 * Create a rendering.
	 * @param timeToLive how long a report is served again to those who come later
	 */
	RecentRendering(Duration timeToLive) {
		this.timeToLive = timeToLive;
	}

	/**
	 * Return the last report if it is young enough to be served again.
	 * @return the report or {@code null}
	 */
	@Nullable RenderedReport young() {
		Kept kept = this.kept;
		if (kept == null) {
			return null;
		}
		if (System.nanoTime() - kept.since() < this.timeToLive.toNanos()) {
			return kept.report();
		}
		this.kept = null;
		return null;
	}

	/**
	 * Render a report unless it was the last one.
	 * @param report the report
	 * @param renderer renders it
	 * @return the rendered report
	 */
	RenderedReport render(RedactedReport report, SizeLimitedRenderer renderer) {
		this.lock.lock();
		try {
			RenderedReport last = this.last.get();
			return (last != null && last.head().sequence() == report.head().sequence()) ? last
					: keep(renderer.render(report));
		}
		finally {
			this.lock.unlock();
		}
	}

	private RenderedReport keep(RenderedReport rendered) {
		this.last = new WeakReference<>(rendered);
		if (!this.timeToLive.isZero()) {
			this.kept = new Kept(rendered, System.nanoTime());
		}
		return rendered;
	}

	private record Kept(RenderedReport report, long since) {

	}

}
