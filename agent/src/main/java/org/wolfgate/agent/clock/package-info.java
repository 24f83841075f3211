/** Time: a wall clock that never steps, how far it can be trusted, and where intervals begin and end. */
@NullMarked
package org.wolfgate.agent.clock;

import org.jspecify.annotations.NullMarked;
