/** {@code wolfgate simulate}: the substation of a configuration file as Modbus servers, with faults on a script. */
@NullMarked
package org.wolfgate.simulate;

import org.jspecify.annotations.NullMarked;
