package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.bringup.CtRatio;
import org.wolfgate.agent.bringup.Finding;
import org.wolfgate.agent.bringup.Flow;
import org.wolfgate.agent.bringup.Knee;
import org.wolfgate.agent.bringup.MeterPicture;
import org.wolfgate.agent.bringup.MeterSheet;
import org.wolfgate.agent.bringup.ReportText;
import org.wolfgate.agent.bringup.Voltages;
import org.wolfgate.agent.bringup.Wiring;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.profile.Profiles;

/** Brings up one meter: its make, voltages, rotation, direction, CT ratio, and the node that it measures. */
final class MeterInterview {

    /** Requests at each pause: on a slow serial line all of them together take a few seconds. */
    private static final int TRIES = 5;

    private final Questions questions;
    private final PrintWriter out;
    private final SiteDraft draft;
    private final Profiles profiles;
    private final Optional<Long> siteVoltage;

    MeterInterview(
            Questions questions, PrintWriter out, SiteDraft draft, Profiles profiles, Optional<Long> siteVoltage) {
        this.questions = questions;
        this.out = out;
        this.draft = draft;
        this.profiles = profiles;
        this.siteVoltage = siteVoltage;
    }

    void ask(Target target, Identification found, ModbusLine line) {
        Device device = new Device(line, target.unit());
        MeterChoice choice = questions.parsed(
                "  profile", MeterChoice.best(found), name -> MeterChoice.of(name, profiles, found, device));
        String name = Words.freeName(
                questions, "  name of the meter", "meter-" + (draft.meters().size() + 1), draft);
        Finding rhythm = rhythm(target, choice, line);
        Flow flow = flow();
        Optional<Long> rated = rated();
        List<Finding> findings = judge(choice.look().at(false), flow, rated);
        boolean inverted =
                findings.stream().anyMatch(finding -> finding.advice().contains("inverted: true"))
                        && questions.yes("  write 'inverted: true' at this meter", flow != Flow.UNKNOWN);
        if (inverted) {
            out.println("  once more, inverted:");
            findings = judge(choice.look().at(true), flow, rated);
        }
        List<Finding> all = new ArrayList<>(findings);
        all.add(rhythm);
        all.addAll(clamp(choice.look().at(inverted)));
        draft.add(new MeterSheet(
                name,
                draft.line(target.address()).name(),
                target.unit(),
                choice.name(),
                choice.make(),
                inverted,
                choice.evidence(),
                all));
        node(name);
    }

    private Flow flow() {
        return questions.parsed(
                "  power flows now: in (injection), out (withdrawal), ? unknown", "?", text -> switch (text) {
                    case "in" -> Flow.INJECTING;
                    case "out" -> Flow.WITHDRAWING;
                    case "?" -> Flow.UNKNOWN;
                    default -> throw new IllegalArgumentException("'" + text + "': write in, out or ?");
                });
    }

    /** A device that is asked too fast looks broken (evcc-io/evcc#31996), so its line gets what it needs. */
    private Finding rhythm(Target target, MeterChoice choice, ModbusLine line) {
        Knee knee = new GapSweep(line, choice.probe(), TRIES).knee();
        if (knee instanceof Knee.Found found) {
            draft.needsGap(target.address(), found.advised());
        }
        ReportText.finding(knee.finding()).forEach(out::println);
        return knee.finding();
    }

    /** Without it, any current above a few amperes is judged. */
    private Optional<Long> rated() {
        String text = questions.text("  rated current in A, as on the CT plate (Enter: unknown)", "");
        return text.isEmpty() ? Optional.empty() : Optional.of(Words.milli(text));
    }

    private List<Finding> judge(MeterPicture picture, Flow flow, Optional<Long> rated) {
        List<Finding> findings = new ArrayList<>(Voltages.judge(picture, siteVoltage));
        findings.addAll(Wiring.judge(picture, flow, rated));
        findings.forEach(finding -> ReportText.finding(finding).forEach(out::println));
        out.flush();
        return findings;
    }

    private List<Finding> clamp(MeterPicture picture) {
        List<Finding> findings = new ArrayList<>();
        for (int phase = 1; phase <= 3; phase++) {
            Optional<Long> metered = picture.currents().get(phase - 1);
            if (metered.isEmpty()) {
                continue;
            }
            String text = questions.text("  clamp meter on L" + phase + " in A (Enter: not measured)", "");
            if (!text.isEmpty()) {
                Finding finding = CtRatio.judge(phase, metered.get(), Words.milli(text));
                ReportText.finding(finding).forEach(out::println);
                findings.add(finding);
            }
        }
        if (findings.isEmpty()) {
            findings.add(new Finding(
                    Finding.Grade.NOTE, "CT ratio not proved: no clamp meter", "compare one phase before sign-off"));
        }
        return findings;
    }

    private void node(String meter) {
        String fallback = meter.endsWith("-meter") ? meter.substring(0, meter.length() - 6) : "node-" + meter;
        String node = questions.parsed("  node that it measures (- for none)", fallback, Words::nameOrNone);
        if (!node.equals("-")) {
            ActivePower rating = questions.parsed("  largest injection of the node", "1 MW", Words::rating);
            String accuracy = questions.parsed("  accuracy class of the metering point", "0.5 %", Words::percent);
            draft.add(node, meter, rating, accuracy);
        }
    }
}
