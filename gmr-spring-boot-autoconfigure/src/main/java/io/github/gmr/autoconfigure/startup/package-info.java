/**
 * What is done before the context of an application exists.
 */
@NullMarked
package io.github.gmr.autoconfigure.startup;

import org.jspecify.annotations.NullMarked;
