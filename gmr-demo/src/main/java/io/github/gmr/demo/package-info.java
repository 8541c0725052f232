/**
 * A small order service that shows Guru Meditation Reports at work.
 */
@NullMarked
package io.github.gmr.demo;

import org.jspecify.annotations.NullMarked;
