package org.wolfgate.drivers.sim;

/** What stands at the terminals of a simulated meter, as its transformers let it see it: in V, mA and W by phase. */
final class MeterTerminals {

    private static final double[] UNBALANCE = {1.000, 0.998, 1.003};

    private final MeterModel meter;
    private final double phaseVolts;
    private Wiring wiring = Wiring.RIGHT;

    /**
     * Terminals that are wired right.
     *
     * @param phaseVolts true voltage from phase to neutral, in V
     */
    MeterTerminals(MeterModel meter, double phaseVolts) {
        this.meter = meter;
        this.phaseVolts = phaseVolts;
    }

    void wire(Wiring how) {
        wiring = how;
    }

    MeterModel meter() {
        return meter;
    }

    double volts(int phase) {
        return wiring.voltage(phaseVolts) * UNBALANCE[phase];
    }

    long milliamperes(int phase) {
        double trueAmperes = Math.abs(meter.power().watts()) / 3.0 / (phaseVolts * UNBALANCE[phase]);
        return Math.round(wiring.current(phase, trueAmperes) * 1_000);
    }

    /** Positive is injection. */
    long watts(int phase) {
        return Math.round(meter.power().watts() / 3.0 * wiring.powerShare(phase));
    }

    long watts() {
        return watts(0) + watts(1) + watts(2);
    }
}
