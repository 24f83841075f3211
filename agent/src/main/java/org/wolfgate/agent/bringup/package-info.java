/**
 * Judgement for bringing up equipment: which make of meter answers, whether its wiring is right, which pause it needs,
 * whether a plant kept a step. No file, socket or clock: what was read comes in, findings go out.
 */
@NullMarked
package org.wolfgate.agent.bringup;

import org.jspecify.annotations.NullMarked;
