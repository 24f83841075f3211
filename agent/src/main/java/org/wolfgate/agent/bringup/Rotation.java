package org.wolfgate.agent.bringup;

/** The order in which the voltages of the phases follow each other. */
public enum Rotation {
    /** L1, L2, L3: clockwise. */
    RIGHT,
    /** L1, L3, L2. */
    LEFT,
    /** The meter sees no rotating field: a phase is missing, or all carry the same one. */
    NONE;

    Finding judged() {
        return switch (this) {
            case RIGHT -> Finding.ok("rotation right (L1 L2 L3)");
            case LEFT ->
                Finding.fault(
                        "rotation left (L1 L3 L2)",
                        "exchange two voltage leads together with their CTs; until then reactive power is wrong");
            case NONE ->
                Finding.fault(
                        "no rotating field",
                        "check the fuses of the voltage leads and that each lead has its own phase");
        };
    }
}
