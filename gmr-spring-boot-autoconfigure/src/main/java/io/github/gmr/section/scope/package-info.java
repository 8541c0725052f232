/**
 * What the sections of one report look at together.
 */
@NullMarked
package io.github.gmr.section.scope;

import org.jspecify.annotations.NullMarked;
