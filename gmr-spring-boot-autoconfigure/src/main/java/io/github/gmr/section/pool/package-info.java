/**
 * The section about data sources and their connection pools.
 */
@NullMarked
package io.github.gmr.section.pool;

import org.jspecify.annotations.NullMarked;
