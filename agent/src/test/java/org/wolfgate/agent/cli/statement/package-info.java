/** Statements and bills from a ledger's lines. */
@NullMarked
package org.wolfgate.agent.cli.statement;

import org.jspecify.annotations.NullMarked;
