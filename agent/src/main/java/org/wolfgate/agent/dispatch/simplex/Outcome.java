package org.wolfgate.agent.dispatch.simplex;

/** How a solve ended. */
public enum Outcome {
    /** Every row and block is within its bounds, at the best value. */
    OPTIMAL,
    /** No amounts keep every row within its bounds. */
    INFEASIBLE,
    /** The solver went round without getting on, or lost its footing numerically. */
    STALLED
}
