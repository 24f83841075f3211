/** Simulated equipment: real Modbus servers in front of plausible physics, with faults on demand. */
@NullMarked
package org.wolfgate.drivers.sim;

import org.jspecify.annotations.NullMarked;
