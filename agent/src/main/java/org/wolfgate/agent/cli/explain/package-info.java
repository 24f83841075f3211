/** Tells in sentences what happened, from the flight recorder's ring and the ledger. */
@NullMarked
package org.wolfgate.agent.cli.explain;

import org.jspecify.annotations.NullMarked;
