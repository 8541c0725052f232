/**
 * Reports as XML.
 */
@NullMarked
package io.github.gmr.view.xml;

import org.jspecify.annotations.NullMarked;
