package org.wolfgate.agent.control;

/** What a node's metered flow is held against. */
public enum ContractMode {
    /** Only the deviation from the schedule is priced. */
    SCHEDULED,
    /** Nothing is agreed: the whole flow is priced. */
    NO_CONTRACT
}
