/**
 * What applications use: make a Guru Meditation Report, or publish one to the sinks.
 */
@NullMarked
package io.github.gmr;

import org.jspecify.annotations.NullMarked;
