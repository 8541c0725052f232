/**
 * What following requests costs.
 */
@NullMarked
package io.github.gmr.autoconfigure;

import org.jspecify.annotations.NullMarked;
