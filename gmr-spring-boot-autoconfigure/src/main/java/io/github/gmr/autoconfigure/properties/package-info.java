/**
 * Configuration properties of Guru Meditation Reports.
 */
@NullMarked
package io.github.gmr.autoconfigure.properties;

import org.jspecify.annotations.NullMarked;
