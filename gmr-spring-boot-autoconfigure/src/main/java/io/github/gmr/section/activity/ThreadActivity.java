package io.github.gmr.section.activity;

import org.jspecify.annotations.Nullable;

/**
 * What one thread does.
 *
 * @param id Java's identifier of the thread
 * @param name its name, empty for most virtual threads
 * @param activity what it does
 * @param owner what it belongs to, {@code null} if that is not known
 */
public record ThreadActivity(long id, String name, Activity activity, @Nullable ThreadOwner owner) {

}
