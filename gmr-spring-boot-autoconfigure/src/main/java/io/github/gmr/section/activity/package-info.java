/**
 * What a stack says: where a thread stands, and in whose code.
 */
@NullMarked
package io.github.gmr.section.activity;

import org.jspecify.annotations.NullMarked;
