/** Curtailment orders: what one says, whether it may be obeyed, and where it stands in its life-cycle. */
@NullMarked
package org.wolfgate.agent.orders;

import org.jspecify.annotations.NullMarked;
