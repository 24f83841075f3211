package org.wolfgate.drivers.gpio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.relay.RelayOutput;
import org.wolfgate.drivers.relay.RelayStep;
import org.wolfgate.drivers.yaml.Section;

/**
 * A relay bank as configured, with the plants that obey it and the signals that it gives.
 *
 * @param plants for each plant or signal its steps
 */
record GpioSettings(String name, GpioKeys keys, Map<String, Plant> plants) implements LineSettings {

    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?) %");

    /**
     * A plant, or whoever is told by a signal, and the steps.
     *
     * @param label for messages
     */
    record Plant(String label, ActivePower rating, List<RelayStep> steps) {

        Plant {
            steps = List.copyOf(steps);
        }
    }

    GpioSettings {
        plants = Map.copyOf(plants);
    }

    @Override
    public LineSettings withMeter(String id, Section section) {
        section.problemAt("line", "line '" + name + "' is a relay bank and has no meters", "put it on a Modbus line");
        section.names();
        return this;
    }

    @Override
    public LineSettings withLimit(String id, ActivePower rating, Section section) {
        return with(id, new Plant("plant " + id, rating, steps("plant '" + id + "'", section)));
    }

    /** One contact that closes while the node is curtailed at all is a step that every cap below the rating takes. */
    @Override
    public LineSettings withSignal(String id, ActivePower rating, Section section) {
        Optional<String> curtailed = section.optional("curtailed", this::output);
        if (curtailed.isEmpty() && !section.has("curtailed")) {
            return with(id, new Plant(id, rating, steps("the signal", section)));
        }
        Optional<String> feedback = section.optional("feedback", this::input);
        if (section.has("steps")) {
            section.problemAt(
                    "steps", "'curtailed' is one contact for every cap", "keep either 'curtailed' or 'steps'");
            section.section("steps").names();
        }
        List<RelayStep> steps = curtailed
                .flatMap(output -> Optional.ofNullable(keys.outputs().get(output)))
                .stream()
                .map(relay -> new RelayStep(relay, BigDecimal.ZERO, feedback))
                .toList();
        steps.forEach(step -> claim(step.output(), section));
        return with(id, new Plant(id, rating, steps));
    }

    private LineSettings with(String id, Plant plant) {
        Map<String, Plant> more = new HashMap<>(plants);
        more.put(id, plant);
        return new GpioSettings(name, keys, more);
    }

    private List<RelayStep> steps(String whose, Section section) {
        List<RelayStep> steps = new ArrayList<>();
        try (Section all = section.section("steps")) {
            for (String output : all.names()) {
                all.optionalSection(output).ifPresent(step -> steps.addAll(step(output, step)));
            }
            if (steps.isEmpty()) {
                all.problem(whose + " has no steps", "write for each contact: {limit: 60 %}");
            }
        }
        return steps;
    }

    private List<RelayStep> step(String output, Section step) {
        try (step) {
            RelayOutput relay = keys.outputs().get(output);
            Optional<String> feedback = step.optional("feedback", this::input);
            BigDecimal share = step.require("limit", GpioSettings::share, BigDecimal.ZERO);
            if (relay == null) {
                step.problem(
                        "line '" + name + "' has no output '" + output + "'",
                        "there are: " + keys.outputs().keySet());
                return List.of();
            }
            claim(relay, step);
            return List.of(new RelayStep(relay, share, feedback));
        }
    }

    /** A relay says one thing to one plant or generator. */
    private void claim(RelayOutput relay, Section at) {
        if (taken(relay)) {
            at.problem(
                    "output '" + relay.name() + "' already belongs to another plant or signal",
                    "use an output of its own");
        }
    }

    private boolean taken(RelayOutput output) {
        return plants.values().stream()
                .flatMap(plant -> plant.steps().stream())
                .anyMatch(step -> step.output().equals(output));
    }

    private String output(String text) {
        if (!keys.outputs().containsKey(text)) {
            throw new IllegalArgumentException("line '" + name + "' has no output '" + text + "'; there are: "
                    + keys.outputs().keySet());
        }
        return text;
    }

    private String input(String text) {
        if (!keys.inputs().containsKey(text)) {
            throw new IllegalArgumentException("no input '" + text + "' on line '" + name + "'; there are: "
                    + keys.inputs().keySet());
        }
        return text;
    }

    private static BigDecimal share(String text) {
        Matcher matcher = SHARE.matcher(text);
        if (!matcher.matches() || new BigDecimal(matcher.group(1)).compareTo(new BigDecimal(100)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is no share: write 0 % to 100 %");
        }
        return new BigDecimal(matcher.group(1));
    }

    @Override
    public Optional<Energy> registerModulus(String meter) {
        return Optional.empty();
    }

    @Override
    public List<ActivePower> stages(String plant) {
        return Optional.ofNullable(plants.get(plant)).stream()
                .flatMap(known -> known.steps().stream().map(step -> step.limit(known.rating())))
                .sorted()
                .toList();
    }

    @Override
    public Bus open() {
        return GpioBus.open(name, keys, plants);
    }
}
