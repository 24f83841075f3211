/** What a meter's readings amount to: the energy, quality and frequency of each settlement interval. */
@NullMarked
package org.wolfgate.agent.metering;

import org.jspecify.annotations.NullMarked;
