package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wolfgate.agent.bringup.Finding;
import org.wolfgate.agent.bringup.MeterSheet;
import org.wolfgate.agent.bringup.ReportText;
import org.wolfgate.agent.bringup.Text;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.relay.RelayLimit;

/** The step test of a plant's limit against its node's meter, once somebody says that the plant may move. */
final class LimitTest {

    private final Questions questions;
    private final PrintWriter out;
    private final SiteDraft draft;
    private final Path site;
    private final StepRunner.Pace pace;
    private final boolean mayMove;

    /**
     * Tests of limits.
     *
     * @param mayMove whether plants are moved without asking
     */
    LimitTest(Questions questions, PrintWriter out, SiteDraft draft, Path site, StepRunner.Pace pace, boolean mayMove) {
        this.questions = questions;
        this.out = out;
        this.draft = draft;
        this.site = site;
        this.pace = pace;
        this.mayMove = mayMove;
    }

    /** A plant whose set-point can be read first. */
    List<Finding> ofSetPoint(PlantBasics plant, TestBench.PlantPlace place) {
        String shares = pace.shares().stream().map(String::valueOf).collect(Collectors.joining(", "));
        if (!agreed(plant, shares + " % of " + plant.rating())) {
            return notTested();
        }
        try (TestBench bench = open(plant, place)) {
            return new StepRunner(pace, out)
                    .run(StepTrial.ofSetPoint(bench.limit(), bench.meter(), plant.rating(), pace.shares()));
        }
    }

    /** A plant behind relays goes through its own steps. */
    List<Finding> ofRelays(PlantBasics plant, TestBench.PlantPlace place) {
        if (!agreed(plant, "every relay step")) {
            return notTested();
        }
        try (TestBench bench = open(plant, place)) {
            if (!(bench.limit() instanceof RelayLimit relays)) {
                throw new IllegalStateException("plant " + plant.name() + " is not behind relays");
            }
            Optional<ActivePower> found = found(relays);
            StepTrial trial = StepTrial.ofRelays(relays, bench.meter(), plant.rating(), relays.limits());
            return found.map(now -> new StepRunner(pace, out).run(trial, now)).orElseGet(LimitTest::unknown);
        }
    }

    /** By the feedback contacts, or from whoever looked at the relays; a guess could release what an order holds. */
    private Optional<ActivePower> found(RelayLimit relays) {
        Reading<ActivePower> seen = relays.state().confirmed();
        if (seen.isGood()) {
            out.println("  the feedback contacts say: "
                    + seen.value().map(ActivePower::toString).orElse(""));
            return seen.value();
        }
        ReportText.finding(new Finding(Finding.Grade.NOTE, seen.reason(), "")).forEach(out::println);
        String limits =
                relays.limits().stream().map(limit -> Text.watts(limit.watts())).collect(Collectors.joining(", "));
        return questions.parsed("  what do the relays say now: " + limits + " (Enter: unknown)", "", text -> {
            Optional<ActivePower> now = text.isEmpty() ? Optional.empty() : Optional.of(ActivePower.parse(text));
            if (now.isPresent() && !relays.limits().contains(now.get())) {
                throw new IllegalArgumentException("'" + text + "' is none of these steps: " + limits);
            }
            return now;
        });
    }

    private boolean agreed(PlantBasics plant, String steps) {
        out.println("  step test: " + steps + ", then back to what is set now");
        return mayMove || questions.yes("  THIS MOVES " + plant.name() + "; is everybody clear of it", false);
    }

    private TestBench open(PlantBasics plant, TestBench.PlantPlace place) {
        MeterSheet meter = draft.meterOf(plant.node()).orElseThrow();
        return TestBench.open(draft.lineNamed(meter.line()), meter, place, site);
    }

    private static List<Finding> notTested() {
        return List.of(new Finding(
                Finding.Grade.NOTE, "limit not tested", "run commission again with the plant free to move"));
    }

    private static List<Finding> unknown() {
        return List.of(new Finding(
                Finding.Grade.NOTE,
                "limit not tested: nobody knows what the relays say now",
                "look at them, or wire feedback contacts, and run commission again"));
    }
}
