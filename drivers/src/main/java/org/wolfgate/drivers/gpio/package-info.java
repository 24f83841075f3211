/** Relay banks on the GPIO lines of the controller, and the only package that sees Pi4J. */
@NullMarked
package org.wolfgate.drivers.gpio;

import org.jspecify.annotations.NullMarked;
