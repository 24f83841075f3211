/**
 * The flight recorder: a bounded ring on disk of what went over the buses, what came and went over MQTT, and what was
 * decided and why. It never holds up whoever tells it something, and says how much it did not keep.
 */
@NullMarked
package org.wolfgate.agent.flight;

import org.jspecify.annotations.NullMarked;
