package io.github.gmr.section.pool;

import java.util.Locale;

import io.github.gmr.content.Check.Level;
import io.github.gmr.content.Content;
import io.github.gmr.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * How many connections a pool has. What a pool does not report is {@code null}.
 *
 * @param kind the kind of pool
 * @param active connections in use
 * @param idle connections that can be had at once
 * @param max how many there may be
 * @param min how many idle ones are kept
 * @param waiting threads that wait for a connection
 */
public record PoolState(PoolKind kind, @Nullable Integer active, @Nullable Integer idle, @Nullable Integer max,
		@Nullable Integer min, @Nullable Integer waiting) {

	/**
	 * The state of what is no pool, or none that any reader knows.
	 */
	static final PoolState NONE = new PoolState(PoolKind.OTHER, null, null, null, null, null);

	/**
	 * Return whether no connection can be had. Where a pool reports waiting threads there
	 * must be some, since to have all connections in use is what pools are for.
	 * @return whether the pool is exhausted
	 */
	boolean isExhausted() {
		boolean used = this.active != null && this.max != null && this.max > 0 && this.active >= this.max;
		boolean idle = this.idle != null && this.idle > 0;
		return used && !idle && (this.waiting == null || this.waiting > 0);
	}

	/**
	 * Return whether threads wait though there may be more connections: the pool opens
	 * some, or the database refuses them.
	 * @return whether they do
	 */
	boolean isShort() {
		boolean idle = this.idle != null && this.idle > 0;
		return this.active != null && this.max != null && this.active < this.max && !idle && this.waiting != null
				&& this.waiting > 0;
	}

	/**
	 * Return how much of the pool is in use.
	 * @return the level, or {@code null} if the pool does not report it
	 */
	@Nullable Level level() {
		return (this.active != null && this.max != null) ? Level.of(this.active, this.max, "connections") : null;
	}

	Finding finding(String name, ConnectionUsers users) {
		String waiting = (this.waiting != null) ? String.format(Locale.ROOT, "%d wait for one", this.waiting)
				: "none is idle";
		return describe(
				Content.critical("The connection pool of %s is exhausted: %d of %d connections are in use, %s%s", name,
						this.active, this.max, waiting, users),
				name, users);
	}

	/**
	 * Return that threads have waited for long though there may be more connections.
	 * @param name the name of the pool
	 * @param users the threads that wait
	 * @return the finding
	 */
	Finding findingWhenShort(String name, ConnectionUsers users) {
		return describe(Content.critical(
				"The connection pool of %s gets no connections: %d of %d are there, %d have waited for one for long%s",
				name, this.active, this.max, this.waiting, users.wantedWords()), name, users);
	}

	private Finding describe(Finding finding, String name, ConnectionUsers users) {
		Finding described = finding.subject("pool " + name).evidence("active", this.active).evidence("max", this.max);
		return users.describe((this.waiting != null) ? described.evidence("waiting", this.waiting) : described);
	}

}
