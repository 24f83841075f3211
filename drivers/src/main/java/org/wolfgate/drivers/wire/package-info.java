/** Bytes to and from equipment: serial ports, and the wall around jSerialComm, which no other package sees. */
@NullMarked
package org.wolfgate.drivers.wire;

import org.jspecify.annotations.NullMarked;
