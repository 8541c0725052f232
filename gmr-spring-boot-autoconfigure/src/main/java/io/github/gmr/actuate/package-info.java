/**
 * The Actuator endpoint that asks for a report over HTTP and JMX.
 */
@NullMarked
package io.github.gmr.actuate;

import org.jspecify.annotations.NullMarked;
