/** The substation's own flowgates: when one would carry too much, which nodes stand back and when they may come again. */
@NullMarked
package org.wolfgate.agent.curtailment.flowgate;

import org.jspecify.annotations.NullMarked;
