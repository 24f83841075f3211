/** From the cap in force to insured units, plants and the meter's verdict. */
@NullMarked
package org.wolfgate.agent.curtailment;

import org.jspecify.annotations.NullMarked;
