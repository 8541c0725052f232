/**
 * Auto-configuration of what all applications of this JVM share.
 */
@NullMarked
package io.github.gmr.autoconfigure.engine;

import org.jspecify.annotations.NullMarked;
