/** Inputs of a tariff that no ledger holds, such as market prices, block by block from a file. */
@NullMarked
package org.wolfgate.agent.cli.inputs;

import org.jspecify.annotations.NullMarked;
