/** The agent's own loop in time that passes as fast as it can, on a real ledger and a real broker. */
@NullMarked
package org.wolfgate.agent;

import org.jspecify.annotations.NullMarked;
