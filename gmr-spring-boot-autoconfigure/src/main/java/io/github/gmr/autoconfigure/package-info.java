/**
 * Auto-configuration of Guru Meditation Reports.
 */
@NullMarked
package io.github.gmr.autoconfigure;

import org.jspecify.annotations.NullMarked;
