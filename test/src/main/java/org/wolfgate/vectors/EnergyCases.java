package org.wolfgate.vectors;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.metering.Advance;
import org.wolfgate.agent.metering.Allocation;
import org.wolfgate.agent.metering.MeteringFlag;
import org.wolfgate.agent.metering.Register;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.agent.settlement.LineFlag;
import org.wolfgate.agent.settlement.Uncertainty;
import org.wolfgate.drivers.Energy;

/** Groups {@code register}, {@code allocate} and {@code uncertainty}: what a register difference is worth. */
final class EnergyCases {

    private static final Energy STEP = new Energy(1);

    private EnergyCases() {}

    static Map<String, Object> register(Inputs inputs) {
        Advance advance = new Register(inputs.energy("modulus"), STEP)
                .advance(inputs.energy("r0"), inputs.energy("r1"), inputs.energy("max_delta"));
        if (advance instanceof Advance.Counted counted) {
            return Map.of(
                    "delta",
                    counted.energy(),
                    "flags",
                    counted.rolledOver() ? Set.of(MeteringFlag.ROLLOVER) : Set.of());
        }
        return Map.of("delta", Optional.empty(), "flags", Set.of(MeteringFlag.REGISTER_DISCONTINUITY));
    }

    static Map<String, Object> allocate(Inputs inputs) {
        return Map.of(
                "parts_wh",
                Allocation.largestRemainder(
                        inputs.whole("total_wh"),
                        inputs.texts("weights").map(BigDecimal::new).toList()));
    }

    static Map<String, Object> uncertainty(Inputs inputs) {
        Energy deviation = inputs.energy("deviation_wh");
        Uncertainty uncertainty = Uncertainty.of(
                new AccuracyClass(inputs.decimal("accuracy_pct")),
                inputs.energy("metered_wh"),
                deviation,
                inputs.price("price"));
        return Map.of(
                "energy_uncertainty_wh",
                uncertainty.energy(),
                "amount",
                inputs.price("price").times(deviation),
                "amount_uncertainty",
                uncertainty.amount(),
                "flags",
                uncertainty.exceedsDeviation() ? Set.of(LineFlag.BELOW_METER_ACCURACY) : Set.of());
    }
}
