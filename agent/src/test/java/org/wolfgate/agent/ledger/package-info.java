/** What the ledger promises, and what storage and technicians do to it. */
@NullMarked
package org.wolfgate.agent.ledger;

import org.jspecify.annotations.NullMarked;
