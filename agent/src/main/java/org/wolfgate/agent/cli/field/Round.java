package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.wolfgate.agent.bringup.Clue;
import org.wolfgate.drivers.modbus.ModbusLine;

/** Goes round the devices: every one is identified, meters are brought up at once, plants when all meters are. */
final class Round {

    private final Questions questions;
    private final PrintWriter out;
    private final SiteDraft draft;
    private final Path site;
    private final Duration deadline;
    private final MeterInterview meters;
    private final PlantInterview plants;
    private final RelayInterview relays;

    private record Plant(Target target, List<PlantGuess> guesses) {}

    Round(
            Questions questions,
            PrintWriter out,
            SiteDraft draft,
            Path site,
            Duration deadline,
            MeterInterview meters,
            PlantInterview plants,
            RelayInterview relays) {
        this.questions = questions;
        this.out = out;
        this.draft = draft;
        this.site = site;
        this.deadline = deadline;
        this.meters = meters;
        this.plants = plants;
        this.relays = relays;
    }

    void go(List<Target> targets) {
        List<Clue> clues = ProfileClues.all(site);
        List<Plant> later = new ArrayList<>();
        for (Target target :
                targets.stream().filter(one -> !RelayInterview.isMeant(one)).toList()) {
            out.println();
            out.println(target);
            try (ModbusLine line = FieldLine.open(target.address(), deadline)) {
                visit(target, clues, line, later);
            }
        }
        later.forEach(plant -> behind(plant.target(), target -> plants.ask(target, plant.guesses())));
        targets.stream().filter(RelayInterview::isMeant).forEach(target -> behind(target, relays::ask));
        out.println();
    }

    /** A plant is proved by the meter of its node, so that comes first. */
    private void behind(Target target, Consumer<Target> interview) {
        out.println();
        out.println(target);
        if (draft.nodes().isEmpty()) {
            leaveOut(target, "no node has a meter yet");
        } else {
            interview.accept(target);
        }
    }

    private void visit(Target target, List<Clue> clues, ModbusLine line, List<Plant> later) {
        Device device = new Device(line, target.unit());
        Device.Presence presence = device.presence();
        if (!presence.there()) {
            leaveOut(target, presence.seen());
            return;
        }
        Identification found = Identification.of(device, clues);
        IdentifyVerb.print(found, out, 2);
        boolean meter = found.best().isPresent()
                || found.sunSpec().filter(SunSpecLook::isMeter).isPresent();
        List<PlantGuess> guesses = meter ? List.of() : PlantGuess.of(device, site, found);
        String fallback = meter ? "meter" : guesses.isEmpty() ? "skip" : "plant";
        String kind = questions.parsed("  this is a meter, a plant, or to skip", fallback, Round::kind);
        switch (kind) {
            case "meter" -> meters.ask(target, found, line);
            case "plant" -> later.add(new Plant(target, PlantGuess.of(device, site, found)));
            default -> leaveOut(target, "skipped by the technician");
        }
    }

    private void leaveOut(Target target, String why) {
        draft.leaveOut(target + ": " + why);
        out.println("  left out: " + why);
    }

    private static String kind(String text) {
        return List.of("meter", "plant", "skip").stream()
                .filter(kind -> kind.startsWith(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "': write meter, plant or skip"));
    }
}
