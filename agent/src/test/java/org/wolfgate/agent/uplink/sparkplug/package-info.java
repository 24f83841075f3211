/** What a SCADA host is told, payload by payload. */
@NullMarked
package org.wolfgate.agent.uplink.sparkplug;

import org.jspecify.annotations.NullMarked;
