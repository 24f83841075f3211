package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wolfgate.agent.bringup.Finding;
import org.wolfgate.agent.bringup.LineSheet;
import org.wolfgate.agent.bringup.PlantSheet;
import org.wolfgate.agent.bringup.ReportText;
import org.wolfgate.drivers.gpio.GpioCheck;

/**
 * Brings up plants behind relays on this controller's GPIO lines: what each contact says and does, and a step test. On a
 * machine without GPIO the contacts are written down and the test is left out, which the report says.
 */
final class RelayInterview {

    /** What a technician types in the place of a line. */
    static final String ADDRESS = "gpio";

    private static final String BENCH = "gpio:mock";

    private final Questions questions;
    private final PrintWriter out;
    private final SiteDraft draft;
    private final LimitTest test;

    RelayInterview(Questions questions, PrintWriter out, SiteDraft draft, LimitTest test) {
        this.questions = questions;
        this.out = out;
        this.draft = draft;
        this.test = test;
    }

    /** Whether a target means relays. */
    static boolean isMeant(Target target) {
        return target.address().equals(ADDRESS) || target.address().equals(BENCH);
    }

    void ask(Target target) {
        boolean bench = target.address().equals(BENCH);
        GpioCheck.Outcome gpio = bench ? new GpioCheck.Outcome(true, "no relays: a bench") : GpioCheck.run();
        out.println("  " + (gpio.works() ? "" : "RELAYS CANNOT BE MOVED HERE: ") + gpio.text());
        RelayDraft bank = new RelayDraft(bench ? "mock" : "gpiod");
        do {
            plant(target, bank, gpio);
        } while (questions.yes("  another plant behind these relays", false));
    }

    private void plant(Target target, RelayDraft bank, GpioCheck.Outcome gpio) {
        PlantBasics plant = PlantBasics.ask(questions, draft);
        List<RelayContact> contacts = contacts(bank);
        if (contacts.isEmpty()) {
            draft.leaveOut(target.address() + ", plant " + plant.name() + ": no contact was described");
            out.println("  left out: no contact was described");
            return;
        }
        LineSheet line = draft.line(target.address(), bank.keys());
        Map<String, String> keys = steps(contacts);
        LineSheet alone = new LineSheet(line.name(), line.address(), bank.keys(contacts));
        List<Finding> findings = gpio.works()
                ? test.ofRelays(plant, new TestBench.PlantPlace(plant.name(), alone, keys, plant.rating()))
                : withoutGpio(gpio);
        List<String> evidence = contacts.stream().map(RelayContact::evidence).toList();
        draft.add(
                new PlantSheet(plant.name(), line.name(), "relay steps", keys, plant.rating(), evidence, findings),
                plant.node());
    }

    private List<RelayContact> contacts(RelayDraft bank) {
        List<RelayContact> contacts = new ArrayList<>();
        for (String name = contact(bank); !name.isEmpty(); name = contact(bank)) {
            RelayContact described = RelayContact.ask(questions, name, bank);
            bank.add(described);
            contacts.add(described);
        }
        return contacts;
    }

    private String contact(RelayDraft bank) {
        return questions.parsed("  contact, as on the terminal plan (Enter: no more)", "", text -> {
            if (bank.knows(text)) {
                throw new IllegalArgumentException("contact " + text + " is described already");
            }
            return text.isEmpty() ? text : Words.name(text);
        });
    }

    private static Map<String, String> steps(List<RelayContact> contacts) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(
                "steps",
                contacts.stream()
                        .map(contact -> contact.name() + ": " + contact.step())
                        .collect(Collectors.joining(", ", "{", "}")));
        return keys;
    }

    private List<Finding> withoutGpio(GpioCheck.Outcome gpio) {
        Finding finding = new Finding(
                Finding.Grade.NOTE,
                "relay steps not tested: " + gpio.text(),
                "run commission, or selftest --relays, on the controller that drives them");
        ReportText.finding(finding).forEach(out::println);
        return List.of(finding);
    }
}
