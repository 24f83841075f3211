package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wolfgate.agent.bringup.Finding;
import org.wolfgate.agent.bringup.LineSheet;
import org.wolfgate.agent.bringup.MeterSheet;
import org.wolfgate.agent.bringup.NodeSheet;
import org.wolfgate.agent.bringup.PlantSheet;
import org.wolfgate.drivers.ActivePower;

/** Brings up one plant: its profile, rating and node, and a step test of its limit against the node's meter. */
final class PlantInterview {

    private final Questions questions;
    private final PrintWriter out;
    private final SiteDraft draft;
    private final Path site;
    private final StepRunner.Pace pace;
    private final boolean mayMove;

    /**
     * An interview about plants.
     *
     * @param mayMove whether plants are moved without asking
     */
    PlantInterview(
            Questions questions, PrintWriter out, SiteDraft draft, Path site, StepRunner.Pace pace, boolean mayMove) {
        this.questions = questions;
        this.out = out;
        this.draft = draft;
        this.site = site;
        this.pace = pace;
        this.mayMove = mayMove;
    }

    void ask(Target target, List<PlantGuess> guesses) {
        guesses.forEach(guess -> out.println("  may be " + guess.profile() + ": " + guess.seen()));
        String profile = questions.text(
                "  profile",
                guesses.stream().map(PlantGuess::profile).findFirst().orElse(""));
        String name = Words.freeName(
                questions, "  name of the plant", "plant-" + (draft.plants().size() + 1), draft);
        String node = questions.parsed("  node that it stands behind", nextNode(), this::known);
        ActivePower rating = questions.parsed("  its rating", rating(node), Words::rating);
        LineSheet line = draft.line(target.address());
        Map<String, String> keys = Map.of("unit", Integer.toString(target.unit()), "profile", profile);
        List<Finding> findings = steps(node, new TestBench.PlantPlace(line, keys, rating), name);
        draft.add(new PlantSheet(name, line.name(), target.unit(), profile, rating, findings), node);
    }

    private List<Finding> steps(String node, TestBench.PlantPlace plant, String name) {
        String shares = pace.shares().stream().map(String::valueOf).collect(Collectors.joining(", "));
        out.println("  step test: " + shares + " % of " + plant.rating() + ", then back to what is set now");
        if (!mayMove && !questions.yes("  THIS MOVES " + name + "; is everybody clear of it", false)) {
            return List.of(new Finding(
                    Finding.Grade.NOTE, "limit not tested", "run commission again with the plant free to move"));
        }
        MeterSheet meter = draft.meterOf(node).orElseThrow();
        LineSheet meterLine = draft.lineNamed(meter.line());
        try (TestBench bench = TestBench.open(meterLine, meter, plant, site)) {
            return new StepRunner(pace, out).run(bench.limit(), bench.meter(), plant.rating());
        }
    }

    private String nextNode() {
        return draft.nodes().stream()
                .filter(node -> node.plants().isEmpty())
                .map(NodeSheet::name)
                .findFirst()
                .orElse("");
    }

    private String rating(String node) {
        return draft.nodes().stream()
                .filter(one -> one.name().equals(node))
                .map(one -> one.rating().toString())
                .findFirst()
                .orElse("1 MW");
    }

    private String known(String node) {
        if (draft.meterOf(node).isEmpty()) {
            throw new IllegalArgumentException("no node '" + node + "'; there are: "
                    + draft.nodes().stream().map(NodeSheet::name).collect(Collectors.joining(", ")));
        }
        return node;
    }
}
