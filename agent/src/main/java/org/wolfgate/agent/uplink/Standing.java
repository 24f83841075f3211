package org.wolfgate.agent.uplink;

/** How an agent stands to its own identity; see {@link IdentityClaims}. */
public enum Standing {
    /** Not connected yet, or the broker has not said who speaks for the substation. */
    ASKING,
    /** Another run speaks for it; whether it lives is being found out. */
    CONTESTED,
    /** This run speaks for it. */
    HELD,
    /** Another agent speaks for it: this one stays off the uplink. */
    REFUSED
}
