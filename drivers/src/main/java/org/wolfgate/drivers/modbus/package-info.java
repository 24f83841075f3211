/**
 * Modbus: register numbers to exact values, one owner per line, and the wall around j2mod, which no other package sees.
 */
@NullMarked
package org.wolfgate.drivers.modbus;

import org.jspecify.annotations.NullMarked;
