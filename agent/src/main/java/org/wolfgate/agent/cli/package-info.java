/** The command line: one class per verb. */
@NullMarked
package org.wolfgate.agent.cli;

import org.jspecify.annotations.NullMarked;
