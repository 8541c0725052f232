/**
 * Built-in sections about the Spring application.
 */
@NullMarked
package io.github.gmr.section.spring;

import org.jspecify.annotations.NullMarked;
