package io.github.gmr.section.web;

import org.jspecify.annotations.Nullable;

/**
 * How busy a web server is. What it does not report is {@code null}.
 *
 * @param kind which server it is
 * @param port where it listens
 * @param busy how many of its threads deal with something
 * @param max how many threads there may be
 * @param connections how many connections are open
 * @param maxConnections how many there may be
 */
record ServerState(String kind, @Nullable Number port, @Nullable Number busy, @Nullable Number max,
		@Nullable Number connections, @Nullable Number maxConnections) {

}
