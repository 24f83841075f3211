/** Meters and plants as data: profile files become meters and set-points on a Modbus line. */
@NullMarked
package org.wolfgate.drivers.profile;

import org.jspecify.annotations.NullMarked;
