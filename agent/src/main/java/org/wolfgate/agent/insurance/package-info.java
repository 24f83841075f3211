/**
 * Priority insurance of Deng and Oren: what a curtailment insurance costs, which strike price a generator buys, and the
 * rational-expectation equilibrium of the two; after S. Deng and S. Oren, "Priority Network Access Pricing for Electric
 * Power", whose equation numbers are cited throughout.
 *
 * <p>Prices and strikes are in currency/MWh and quantities in MW, both as {@code double}: this is curve mathematics. What
 * is paid is computed exactly, in the settlement room.
 */
@NullMarked
package org.wolfgate.agent.insurance;

import org.jspecify.annotations.NullMarked;
