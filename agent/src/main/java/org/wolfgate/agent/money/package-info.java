/** Amounts and prices, exact: what every market rule computes in. */
@NullMarked
package org.wolfgate.agent.money;

import org.jspecify.annotations.NullMarked;
