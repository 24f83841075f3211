/** The message contract: JSON to and from the words of the agent. See docs/reference/messages.md. */
@NullMarked
package org.wolfgate.agent.uplink.message;

import org.jspecify.annotations.NullMarked;
