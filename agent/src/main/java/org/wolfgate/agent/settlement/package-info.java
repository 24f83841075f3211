/** What an interval is worth: schedule, deviation, price and uncertainty become statement lines. */
@NullMarked
package org.wolfgate.agent.settlement;

import org.jspecify.annotations.NullMarked;
