/**
 * Beans of the application that sections ask.
 */
@NullMarked
package io.github.gmr.section.bean;

import org.jspecify.annotations.NullMarked;
