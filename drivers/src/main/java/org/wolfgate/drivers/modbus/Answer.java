package org.wolfgate.drivers.modbus;

import java.util.List;

/** What became of a request. Only a checked answer of the asked unit carries words. */
public sealed interface Answer {

    /**
     * The registers asked for, as many as asked for.
     *
     * @param words each 0 to 65535
     */
    record Words(List<Integer> words) implements Answer {

        public Words {
            words = List.copyOf(words);
        }
    }

    /** The device acknowledged the write. */
    record Written() implements Answer {}

    /**
     * The device answered with an exception; the line is in order.
     *
     * @param code Modbus exception code
     */
    record Refused(int code) implements Answer {

        /** Whether the device has no such registers, or not so many at once; not that it is busy or ill. */
        boolean blamesTheRange() {
            return code == 2 || code == 3;
        }

        /** The exception in words, with what to try. */
        public String reason() {
            return switch (code) {
                case 1 -> "exception 01, illegal function; check whether the table is holding, input or discrete";
                case 2 -> "exception 02, illegal address; check profile and address offset against the manual";
                case 3 -> "exception 03, illegal value; check register count and value range against the manual";
                case 4 -> "exception 04, device failure; check the device's own display";
                case 5, 6 -> "exception 0" + code + ", device busy; poll it less often";
                case 10 -> "exception 0A, gateway path unavailable; check the gateway's set-up";
                case 11 -> "exception 0B, target did not respond; check unit id, wiring and power behind the gateway";
                default -> "exception " + code + "; see the device's manual";
            };
        }
    }

    /**
     * No answer that can be trusted. The line was closed and will be rebuilt for the next request; a write may or may not
     * have reached the device.
     *
     * @param reason what was seen and what to try
     */
    record Failed(String reason) implements Answer {}
}
