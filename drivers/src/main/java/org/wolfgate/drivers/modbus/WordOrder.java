package org.wolfgate.drivers.modbus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In which order the registers of one number stand. The bytes inside a register are always most significant first. */
public enum WordOrder {
    /** Most significant register first (ABCD). */
    BE,
    /** Least significant register first (CDAB), as Carlo Gavazzi and Phoenix Contact do. */
    LW;

    /** The registers, most significant first; the same call brings them back to the order of the wire. */
    List<Integer> bigEndian(List<Integer> words) {
        if (this == BE) {
            return words;
        }
        List<Integer> reversed = new ArrayList<>(words);
        Collections.reverse(reversed);
        return reversed;
    }
}
