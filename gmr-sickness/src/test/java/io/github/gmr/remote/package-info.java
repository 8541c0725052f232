/**
 * A server that says nothing, and its clients: no code of the applications that use it.
 */
@NullMarked
package io.github.gmr.remote;

import org.jspecify.annotations.NullMarked;
