/** The compatibility kit: what every Modbus line must keep to, whatever transport and library it stands on. */
@NullMarked
package org.wolfgate.lines;

import org.jspecify.annotations.NullMarked;
