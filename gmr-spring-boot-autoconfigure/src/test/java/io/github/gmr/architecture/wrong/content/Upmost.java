package io.github.gmr.architecture.wrong.content;

import io.github.gmr.architecture.wrong.Door;

/**
 * Wrong: content knows the door.
 */
public record Upmost(Door door) {

}
