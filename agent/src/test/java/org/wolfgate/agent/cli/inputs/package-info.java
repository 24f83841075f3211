/** Inputs of a tariff from files that people wrote. */
@NullMarked
package org.wolfgate.agent.cli.inputs;

import org.jspecify.annotations.NullMarked;
