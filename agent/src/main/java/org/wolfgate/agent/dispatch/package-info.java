/**
 * The network and the minimum-compensation dispatch that decides which insured transactions run, with its proof.
 *
 * <p>The mechanism is that of S. Deng and S. Oren, "Priority Network Access Pricing for Electric Power" (UC Berkeley);
 * equation numbers are theirs. A generator buys insurance at a strike price c: whenever the ISO curtails it while the spot
 * price S of its zone is above c, it is paid S - c per MWh. Its premium, equation (8), makes it choose the c that tells
 * what access is worth to it. So the ISO needs no bids: it curtails where that costs it least.
 *
 * <p><b>What is minimised.</b> Each unit u has an effective strike e = min(c, S) and costs p = S - e per MW curtailed.
 * Units with c above S stand down unpaid; uninsured units count as c = S and cost nothing. The dispatch minimises the sum
 * of p (MW - q) minus the rent that the ISO earns between zones, over 0 &lt;= q &lt;= MW and every flowgate: problem (2) of
 * the paper with one hub, (4) and (16) with one hub per zone. By Proposition 1 that is also the dispatch of greatest
 * welfare, since the two differ by a constant.
 *
 * <p><b>Prices explain it.</b> At the optimum each flowgate has a price mu, positive at its forward limit and negative at
 * its reverse one. A unit at node i runs if e is below S minus the sum of mu times its loading of each gate, stands if
 * above, and is marginal if equal; a node's units thus run in the order of their strikes, which is why one strike and one
 * share per node, {@link org.wolfgate.agent.dispatch.NodeOrder}, say everything an agent must know. PTDFs enter as
 * differences between node and hub only, so that their reference cancels.
 *
 * <p><b>Nothing is taken on trust.</b> {@link org.wolfgate.agent.dispatch.Certifier} proves every dispatch from its grants
 * and mu by weak duality; one that fails is never returned.
 *
 * <p>Start at {@link org.wolfgate.agent.dispatch.DispatchProblem} and {@link org.wolfgate.agent.dispatch.DispatchSolver};
 * {@link org.wolfgate.agent.dispatch.OrderSplit} is the agent's side. The solver is in {@code dispatch.simplex}.
 */
@NullMarked
package org.wolfgate.agent.dispatch;

import org.jspecify.annotations.NullMarked;
