/**
 * Small applications that are sick or healthy, and what the findings of their reports
 * must say.
 */
@NullMarked
package io.github.gmr.sickness;

import org.jspecify.annotations.NullMarked;
