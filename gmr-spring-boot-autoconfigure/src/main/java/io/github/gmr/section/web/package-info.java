/**
 * The section about the web server and its running requests.
 */
@NullMarked
package io.github.gmr.section.web;

import org.jspecify.annotations.NullMarked;
