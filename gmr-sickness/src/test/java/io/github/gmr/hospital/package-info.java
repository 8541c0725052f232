/**
 * A corpus of sicknesses by kind, and of healthy, odd applications: each is a process of
 * its own with the limits that there are by default.
 */
@NullMarked
package io.github.gmr.hospital;

import org.jspecify.annotations.NullMarked;
