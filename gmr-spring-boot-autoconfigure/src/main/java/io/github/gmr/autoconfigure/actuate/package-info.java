/**
 * Auto-configuration of the endpoint.
 */
@NullMarked
package io.github.gmr.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
