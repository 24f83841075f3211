package org.wolfgate.agent.pricing;

import java.util.EnumSet;
import java.util.Set;

/**
 * Collects the flags of prices as a bit mask, so that one object serves any number of samples without allocation. Not
 * for sharing between threads.
 */
public final class RaisedFlags {

    private int mask;

    void raise(PriceFlag flag) {
        mask |= flag.bit();
    }

    /** Forgets all flags, for the next sample. */
    public void clear() {
        mask = 0;
    }

    /** The flags as a bit mask of {@link PriceFlag#bit()}. */
    public int mask() {
        return mask;
    }

    public Set<PriceFlag> toSet() {
        EnumSet<PriceFlag> flags = EnumSet.noneOf(PriceFlag.class);
        for (PriceFlag flag : PriceFlag.values()) {
            if ((mask & flag.bit()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }
}
