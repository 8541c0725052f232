/**
 * The machine and the container: memory, CPU, pressure and disks.
 */
@NullMarked
package io.github.gmr.section.host;

import org.jspecify.annotations.NullMarked;
