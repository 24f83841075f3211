package org.wolfgate.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.ScheduleArrived;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.yaml.Problems;

/** A ledger whose agent metered a minute of the demo's node solar, and knew no frequency. */
public final class SilentMinute {

    public static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    private static final Path CONFIG = Path.of("..", "config");

    private SilentMinute() {}

    /** The demo's substation without signatures. */
    public static String text() {
        try {
            return Files.readString(CONFIG.resolve("demo.yaml"))
                    .replaceFirst("(?s)\\ntrust:.*?\\n(?=\\S)", "\ntrust: {orders: unsigned-bench}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SubstationConfig config() {
        return config(text());
    }

    private static SubstationConfig config(String text) {
        Problems problems = new Problems();
        return SubstationFile.read("demo", text, CONFIG, problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    /** Twelve intervals of 5 s, 50 kWh in each. */
    public static SubstationConfig run(Path data) throws IOException {
        return run(data, text());
    }

    /** The same with another file. */
    public static SubstationConfig run(Path data, String text) throws IOException {
        SubstationConfig config = config(text);
        try (Ledger ledger = Ledger.open(data, BootId.fresh())) {
            Substation substation = new Substation(config.settings(), SubstationState.NEW);
            Effects effects = new Effects();
            ScheduleBlock hour =
                    new ScheduleBlock(new Interval(NOON, NOON.plusSeconds(3600)), ActivePower.parse("18 MW"));
            substation.handle(NOON, new ScheduleArrived("solar", "day-ahead", List.of(hour)), effects);
            for (int second = 0; second <= 60; second++) {
                substation.handle(NOON.plusSeconds(second), read(second), effects);
            }
            commit(ledger, Map.of(), effects, substation);
        }
        return config;
    }

    static void commit(Ledger ledger, Map<String, String> states, Effects effects, Substation substation) {
        VerdictSeal seal = new VerdictSeal("riverside", Optional.empty());
        new Commits(ledger, new StateChanges(states.keySet()), () -> TimeQuality.SYNCHRONISED, Monotonic.system(), seal)
                .checkpoint(effects, substation.state(), NOON.plusSeconds(60));
    }

    private static MeterRead read(int second) {
        return new MeterRead(
                "solar-meter",
                new MeterReading(
                        Reading.good(ActivePower.parse("36 MW")),
                        Reading.missing("no value"),
                        Reading.good(new Energy(10_000L * second)),
                        Reading.good(Energy.ZERO)));
    }
}
