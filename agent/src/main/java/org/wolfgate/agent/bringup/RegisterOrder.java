package org.wolfgate.agent.bringup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wolfgate.drivers.modbus.WordOrder;

/**
 * The four orders in which the bytes of a number are met on the wire, named by where the bytes A (most significant) to D
 * stand.
 */
public enum RegisterOrder {
    /** Most significant word first: the Modbus way. */
    ABCD(false, false),
    /** Least significant word first. */
    CDAB(true, false),
    /** Words in order, bytes in each exchanged: a gateway or a driver swaps them. */
    BADC(false, true),
    /** Everything back to front. */
    DCBA(true, true);

    private final boolean wordsReversed;
    private final boolean bytesSwapped;

    RegisterOrder(boolean wordsReversed, boolean bytesSwapped) {
        this.wordsReversed = wordsReversed;
        this.bytesSwapped = bytesSwapped;
    }

    /** The order that a profile's word order means. */
    public static RegisterOrder of(WordOrder order) {
        return order == WordOrder.BE ? ABCD : CDAB;
    }

    /** The words as a device of the order ABCD would have sent them. */
    public List<Integer> toBigEndian(List<Integer> words) {
        List<Integer> turned = new ArrayList<>(words);
        if (wordsReversed) {
            Collections.reverse(turned);
        }
        if (bytesSwapped) {
            turned.replaceAll(word -> (word & 0xFF) << 8 | word >>> 8);
        }
        return List.copyOf(turned);
    }

    /** Whether a profile can say this order; the other two need a gateway set right. */
    public boolean isWordOrder() {
        return !bytesSwapped;
    }

    /** In words, for the person at the cabinet. */
    public String words() {
        return switch (this) {
            case ABCD -> "ABCD, most significant word first (BE)";
            case CDAB -> "CDAB, least significant word first (LW)";
            case BADC -> "BADC, bytes swapped: correct the gateway";
            case DCBA -> "DCBA, bytes swapped, low word first: correct the gateway";
        };
    }
}
