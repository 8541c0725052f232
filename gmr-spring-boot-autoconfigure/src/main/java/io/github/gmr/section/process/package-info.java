/**
 * The section about this process and its children, and what the kernel says about them.
 */
@NullMarked
package io.github.gmr.section.process;

import org.jspecify.annotations.NullMarked;
