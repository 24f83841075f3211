/** The durable record: one append-only, hash-chained table in SQLite that is also the outbox. */
@NullMarked
package org.wolfgate.agent.ledger;

import org.jspecify.annotations.NullMarked;
