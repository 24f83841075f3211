/** The statement: what the ledger's lines of a span of time come to, for people, spreadsheets and programs. */
@NullMarked
package org.wolfgate.agent.cli.statement;

import org.jspecify.annotations.NullMarked;
