/** What a flow costs: WOLF-type price formulas, flowgate and reactive terms, damages, and the tariffs in force. */
@NullMarked
package org.wolfgate.agent.pricing;

import org.jspecify.annotations.NullMarked;
