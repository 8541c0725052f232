/**
 * What content says about figures that change.
 */
@NullMarked
package io.github.gmr.content.figure;

import org.jspecify.annotations.NullMarked;
