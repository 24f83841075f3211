package org.wolfgate.agent.dispatch;

/**
 * The proof that a dispatch is right, from its grants, withdrawals and flowgate prices alone. It knows nothing of the
 * solver and does not care how ties were shared.
 *
 * @param violation the largest breach of a unit's, hub's or balance's bound in MW, and of a flowgate's beyond the
 *     overload that the dispatch itself declares
 * @param gap upper bound from the prices minus the value of the grants, in currency/h; how much any dispatch could be better
 * @param overloadGap declared total overload minus the lower bound on it, in MW; zero where the base flows fit
 * @param tolerance what each may at most be, for a problem of this size: MW for the first and last, currency/h for the gap
 */
public record Certificate(double violation, double gap, double overloadGap, Tolerance tolerance) {

    /** Allowed rounding: in MW for flows and bounds, in currency/h for the gap. */
    public record Tolerance(double megawatts, double value) {}

    /** Whether the dispatch is feasible and no other is better. */
    public boolean holds() {
        return violation <= tolerance.megawatts()
                && Math.abs(gap) <= tolerance.value()
                && overloadGap <= tolerance.megawatts();
    }
}
