/** The substation in the words of Sparkplug B 3.0, so that any SCADA that speaks it sees it without a line of code. */
@NullMarked
package org.wolfgate.agent.uplink.sparkplug;

import org.jspecify.annotations.NullMarked;
