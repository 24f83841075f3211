@NullMarked
package org.wolfgate.agent.curtailment.flowgate;

import org.jspecify.annotations.NullMarked;
