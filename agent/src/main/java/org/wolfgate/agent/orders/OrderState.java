package org.wolfgate.agent.orders;

/** Where an order stands. The states from {@link #SUPERSEDED} on are final. */
public enum OrderState {
    /** Readable, and stored. */
    RECEIVED,
    /** Fresh, in sequence, possible and ours; authentic as far as the configured trust goes. */
    VERIFIED,
    /** Waiting for its start. */
    SCHEDULED,
    /** In force; set-points are on their way to the plants. */
    APPLYING,
    /** Every plant of the node reads back its set-point. */
    APPLIED,
    /** The node's meter sees the cap kept. */
    CONFIRMED_BY_METER,
    /** The time to comply is over and the node's meter does not see the cap kept. */
    NOT_ACHIEVED,
    /** A later order for the node took its place. */
    SUPERSEDED,
    /** Its window ended. */
    EXPIRED,
    /** The ISO withdrew it. */
    CANCELLED,
    /** Never obeyed; the reason goes to the sender. */
    REFUSED;

    /** Whether plants or meter may move a live order in force from here to another state. */
    boolean mayBecome(OrderState next) {
        return switch (next) {
            case APPLIED -> this == APPLYING;
            case NOT_ACHIEVED -> this == APPLYING || this == APPLIED;
            case CONFIRMED_BY_METER -> this == APPLYING || this == APPLIED || this == NOT_ACHIEVED;
            default -> false;
        };
    }

    public boolean isFinal() {
        return compareTo(SUPERSEDED) >= 0;
    }
}
