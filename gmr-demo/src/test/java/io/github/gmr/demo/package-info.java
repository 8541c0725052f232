/**
 * Tests of the demo, most of which start it as a process of its own.
 */
@NullMarked
package io.github.gmr.demo;

import org.jspecify.annotations.NullMarked;
