package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wolfgate.agent.bringup.Finding;
import org.wolfgate.agent.bringup.LineSheet;
import org.wolfgate.agent.bringup.PlantSheet;

/** Brings up one plant with a set-point: its profile, rating and node, and a step test against the node's meter. */
final class PlantInterview {

    private final Questions questions;
    private final PrintWriter out;
    private final SiteDraft draft;
    private final LimitTest test;

    PlantInterview(Questions questions, PrintWriter out, SiteDraft draft, LimitTest test) {
        this.questions = questions;
        this.out = out;
        this.draft = draft;
        this.test = test;
    }

    void ask(Target target, List<PlantGuess> guesses) {
        guesses.forEach(guess -> out.println("  may be " + guess.profile() + ": " + guess.seen()));
        String profile = questions.text(
                "  profile",
                guesses.stream().map(PlantGuess::profile).findFirst().orElse(""));
        PlantBasics plant = PlantBasics.ask(questions, draft);
        LineSheet line = draft.line(target.address());
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("unit", Integer.toString(target.unit()));
        keys.put("profile", profile);
        List<Finding> findings =
                test.ofSetPoint(plant, new TestBench.PlantPlace(plant.name(), line, keys, plant.rating()));
        draft.add(
                new PlantSheet(plant.name(), line.name(), profile, keys, plant.rating(), List.of(), findings),
                plant.node());
    }
}
