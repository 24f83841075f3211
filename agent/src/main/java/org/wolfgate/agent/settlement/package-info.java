/**
 * What an interval is worth: schedule, deviation, price and uncertainty become statement lines; so do premium,
 * compensation and fee of the insured units.
 */
@NullMarked
package org.wolfgate.agent.settlement;

import org.jspecify.annotations.NullMarked;
