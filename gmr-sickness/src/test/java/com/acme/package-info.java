/**
 * Code of an application of which not even the package is known yet.
 */
@NullMarked
package com.acme;

import org.jspecify.annotations.NullMarked;
