/** The uplink and the ledger together, against a broker that is not ours and lines that fail. */
@NullMarked
package org.wolfgate.uplink;

import org.jspecify.annotations.NullMarked;
