package org.wolfgate.agent;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.control.ContractMode;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.NodeTerms;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.curtailment.FailSafePolicy;
import org.wolfgate.agent.curtailment.PlantRule;
import org.wolfgate.agent.curtailment.RampLimits;
import org.wolfgate.agent.metering.EnergySource;
import org.wolfgate.agent.metering.IntervalGrid;
import org.wolfgate.agent.metering.MeterRule;
import org.wolfgate.agent.metering.Register;
import org.wolfgate.agent.pricing.Illustrative;
import org.wolfgate.agent.pricing.rights.GateHoldings;
import org.wolfgate.agent.pricing.rights.RightEntry;
import org.wolfgate.agent.pricing.rights.RightsLedger;
import org.wolfgate.agent.pricing.rights.TransferFactors;
import org.wolfgate.agent.pricing.rights.TransferFactors.Pair;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * The substation of the stories: settlement intervals of 10 s; node {@code solar} of 72 MW with two plants of 48 and
 * 24 MW, node {@code wind} of 36 MW with one and with rights on a flowgate. 36 MW is 10 kWh a second.
 */
final class StorySubstation {

    static final String NAME = "riverside";

    private static final IntervalGrid GRID = new IntervalGrid(Duration.ofSeconds(10));

    private StorySubstation() {}

    static SubstationSettings settings() {
        return settings(FailSafePolicy.NONE);
    }

    static SubstationSettings settings(FailSafePolicy failSafe) {
        return settings(failSafe, RampLimits.NONE);
    }

    static SubstationSettings settings(RampLimits ramp) {
        return settings(FailSafePolicy.NONE, ramp);
    }

    private static SubstationSettings settings(FailSafePolicy failSafe, RampLimits ramp) {
        Map<String, ActivePower> solar = new LinkedHashMap<>();
        solar.put("solar-park", ActivePower.parse("48 MW"));
        solar.put("solar-roof", ActivePower.parse("24 MW"));
        return new SubstationSettings(
                NAME,
                GRID,
                Illustrative.AT_60_HZ,
                List.of(
                        node("solar", solar, failSafe, ramp),
                        node("wind", Map.of("wind-park", ActivePower.parse("36 MW")), failSafe, ramp)),
                List.of());
    }

    private static NodeSettings node(
            String id, Map<String, ActivePower> plants, FailSafePolicy failSafe, RampLimits ramp) {
        Map<String, PlantRule> rules = new LinkedHashMap<>();
        plants.forEach((plant, rated) -> rules.put(plant, PlantRule.of(rated)));
        ActivePower rating = plants.values().stream().reduce(ActivePower.ZERO, ActivePower::plus);
        MeterRule rule = new MeterRule(
                GRID,
                EnergySource.BOTH_REGISTERS,
                new Register(new Energy(Long.MAX_VALUE), new Energy(1)),
                rating,
                Frequency.parse("60 Hz"),
                Frequency.parse("1 mHz"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
        return new NodeSettings(
                id,
                "west",
                id + "-meter",
                rule,
                rating,
                rules,
                Map.of(),
                ActivePower.parse("300 kW"),
                ContractMode.SCHEDULED,
                new AccuracyClass(new BigDecimal("0.2")),
                failSafe,
                id.equals("wind") ? Optional.of(rights(id)) : Optional.empty(),
                ramp,
                Optional.empty(),
                NodeTerms.NONE);
    }

    /** Wind loads the gate {@code mid} by half of what it injects; 10 MW of right on it carry a schedule of 20 MW. */
    private static GateHoldings rights(String owner) {
        Instant from = Instant.parse("2030-06-01T12:00:00Z");
        Instant until = from.plus(Duration.ofHours(1));
        Pair pair = new Pair(new BigDecimal("0.4"), new BigDecimal("-0.1"));
        RightEntry right = new RightEntry("mid", owner, from, until, ActivePower.parse("10 MW"), "trade-17");
        return new GateHoldings(
                new TransferFactors("intact", from, until, Map.of("mid", pair)), RightsLedger.EMPTY.with(right));
    }
}
