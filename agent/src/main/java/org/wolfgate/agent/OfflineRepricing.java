package org.wolfgate.agent;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.LateInputs;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.metering.Interval;

/**
 * Prices intervals that still wait for a frequency or a loading anew with inputs that came too late for the running agent, by the rules
 * that it would have gone by. New versions are appended to the ledger together with the state that knows of them, so that
 * the agent goes on from there and sends them; nothing is edited.
 */
public final class OfflineRepricing {

    /**
     * What came of it.
     *
     * @param made the new versions, by node and time
     * @param waiting how many intervals of the span still wait for a frequency or a loading
     */
    public record Outcome(List<SettledInterval> made, long waiting) {}

    private OfflineRepricing() {}

    /** What would come of it; changes nothing, and the agent may run. */
    public static Outcome tried(
            SubstationConfig config, Path data, Interval span, Function<Interval, LateInputs> inputs, Instant now) {
        try (LedgerReader reader = Ledger.openReadOnly(data)) {
            Effects effects = new Effects();
            return made(substation(config, reader.states()), span, inputs, now, effects);
        }
    }

    /**
     * Does it.
     *
     * @throws org.wolfgate.agent.ledger.LedgerException if the agent runs: a ledger has one writer
     */
    public static Outcome done(
            SubstationConfig config, Path data, Interval span, Function<Interval, LateInputs> inputs, Instant now) {
        Trust trust = Trust.open(config);
        try (Ledger ledger = Ledger.open(data, BootId.fresh(), trust.key().map(key -> key::sign))) {
            Map<String, String> states = ledger.reader().states();
            Substation substation = substation(config, states);
            Effects effects = new Effects();
            Outcome outcome = made(substation, span, inputs, now, effects);
            if (!outcome.made().isEmpty()) {
                VerdictSeal seal = new VerdictSeal(config.settings().substation(), trust.key());
                new Commits(
                                ledger,
                                new StateChanges(states.keySet()),
                                () -> TimeQuality.UNSYNCHRONISED,
                                Monotonic.system(),
                                seal)
                        .checkpoint(effects, substation.state(), now);
            }
            return outcome;
        }
    }

    private static Substation substation(SubstationConfig config, Map<String, String> states) {
        List<String> nodes =
                config.settings().nodes().stream().map(NodeSettings::id).toList();
        return new Substation(config.settings(), StateCodec.read(nodes, states));
    }

    private static Outcome made(
            Substation substation, Interval span, Function<Interval, LateInputs> inputs, Instant now, Effects effects) {
        long waiting = substation.priceAnew(span, inputs, now, effects);
        List<SettledInterval> made = effects.records().stream()
                .filter(IntervalSettled.class::isInstance)
                .map(IntervalSettled.class::cast)
                .map(IntervalSettled::settled)
                .toList();
        return new Outcome(made, waiting);
    }
}
