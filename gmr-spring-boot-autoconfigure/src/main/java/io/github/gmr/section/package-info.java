/**
 * The one interface an application implements to have a section of its own in the report.
 */
@NullMarked
package io.github.gmr.section;

import org.jspecify.annotations.NullMarked;
