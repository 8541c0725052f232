/**
 * Makes applications sick for real, in processes of their own, and looks from outside at
 * what their reports say.
 */
@NullMarked
package io.github.gmr.sick;

import org.jspecify.annotations.NullMarked;
