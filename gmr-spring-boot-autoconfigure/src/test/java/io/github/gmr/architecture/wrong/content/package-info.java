/**
 * The only package here whose {@code null} is marked.
 */
@NullMarked
package io.github.gmr.architecture.wrong.content;

import org.jspecify.annotations.NullMarked;
