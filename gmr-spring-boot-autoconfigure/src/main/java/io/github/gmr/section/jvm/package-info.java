/**
 * Built-in sections about the JVM and its process.
 */
@NullMarked
package io.github.gmr.section.jvm;

import org.jspecify.annotations.NullMarked;
