/**
 * The sections about the application itself: what it is made of, and whether it is
 * available.
 */
@NullMarked
package io.github.gmr.section.application;

import org.jspecify.annotations.NullMarked;
