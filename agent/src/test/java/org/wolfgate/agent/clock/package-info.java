/** Clocks that lie, step and fall silent. */
@NullMarked
package org.wolfgate.agent.clock;

import org.jspecify.annotations.NullMarked;
