/**
 * Work that runs: what it is, for how long it has been running, and where it stands; and
 * the section about all that is observed.
 */
@NullMarked
package io.github.gmr.section.work;

import org.jspecify.annotations.NullMarked;
