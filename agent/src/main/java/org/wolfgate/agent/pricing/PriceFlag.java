package org.wolfgate.agent.pricing;

/** What a reader of a price must know about how it came about. */
public enum PriceFlag {
    /** More than 40 doublings from the reference price: the exponent was held at 40. */
    EXPONENT_CLAMPED(1),
    /** The administrative cap acted. */
    CAP(2),
    /** The administrative floor acted. */
    FLOOR(4),
    /** The formula has an area-control-error term and no fresh value was known: the term was dropped. */
    ACE_MISSING(8);

    private final int bit;

    PriceFlag(int bit) {
        this.bit = bit;
    }

    /** Its bit in {@link RaisedFlags#mask()}. */
    public int bit() {
        return bit;
    }
}
