/** Inverters and meters that describe themselves by SunSpec: their models are found, read and limited. */
@NullMarked
package org.wolfgate.drivers.sunspec;

import org.jspecify.annotations.NullMarked;
