/**
 * What only HotSpot has: its diagnostic commands, its flags and its wording of threads.
 */
@NullMarked
package io.github.gmr.section.hotspot;

import org.jspecify.annotations.NullMarked;
