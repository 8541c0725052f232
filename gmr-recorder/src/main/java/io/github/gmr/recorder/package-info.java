/**
 * Makes threads wait, in the JDK and in libraries, and records their stacks.
 */
@NullMarked
package io.github.gmr.recorder;

import org.jspecify.annotations.NullMarked;
