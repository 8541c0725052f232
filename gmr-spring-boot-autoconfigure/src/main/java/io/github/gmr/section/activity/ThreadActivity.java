package io.github.gmr.section.activity;

/**
 * What one thread does.
 *
 * @param id Java's identifier of the thread
 * @param name its name, empty for most virtual threads
 * @param activity what it does
 */
public record ThreadActivity(long id, String name, Activity activity) {

}
