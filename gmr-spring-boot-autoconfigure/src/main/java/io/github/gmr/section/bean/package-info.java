/**
 * Beans of the application that sections ask, and how they ask each alone.
 */
@NullMarked
package io.github.gmr.section.bean;

import org.jspecify.annotations.NullMarked;
