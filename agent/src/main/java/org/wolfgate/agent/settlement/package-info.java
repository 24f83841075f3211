/** What an interval costs and pays each injection node, exact to the cent. */
@NullMarked
package org.wolfgate.agent.settlement;

import org.jspecify.annotations.NullMarked;
