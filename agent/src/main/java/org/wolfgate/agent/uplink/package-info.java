/** The MQTT session: records and telemetry out, orders and market data in, over a broker that comes and goes. */
@NullMarked
package org.wolfgate.agent.uplink;

import org.jspecify.annotations.NullMarked;
