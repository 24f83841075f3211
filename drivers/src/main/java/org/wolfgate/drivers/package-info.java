/** How the agent touches equipment: the ports, the quantities, and what a reading is worth. */
@NullMarked
package org.wolfgate.drivers;

import org.jspecify.annotations.NullMarked;
