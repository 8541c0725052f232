/**
 * The section about certificates.
 */
@NullMarked
package io.github.gmr.section.certificate;

import org.jspecify.annotations.NullMarked;
