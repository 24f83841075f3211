/** The uplink's rules without a broker. */
@NullMarked
package org.wolfgate.agent.uplink;

import org.jspecify.annotations.NullMarked;
