package org.wolfgate.agent.cli.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.bringup.MeterSheet;
import org.wolfgate.agent.bringup.ReportHtml;
import org.wolfgate.agent.bringup.ReportText;
import org.wolfgate.agent.bringup.SiteFileText;
import org.wolfgate.agent.bringup.SiteSheet;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Problems;

/** What a technician is asked about relays, and what becomes of the answers. */
class RelayInterviewTest {

    /** Two contacts, the second with feedback; line 26 is tried twice. */
    private static final List<String> CONTACTS = List.of(
            "old-wind",
            "wind",
            "2 MW",
            "k60",
            "60",
            "26",
            "",
            "curtail",
            "",
            "keep",
            "",
            "k0",
            "0 %",
            "26",
            "21",
            "low",
            "release",
            "wait",
            "de-energised",
            "5",
            "high",
            "");

    private final SiteDraft draft = new SiteDraft();
    private final StringWriter printed = new StringWriter();

    @Test
    void theAnswersBecomeAFileThatIsAcceptedAndTheEvidenceIsInBothReports() {
        ask("gpio:mock", CONTACTS, List.of("n", ""));
        SiteSheet sheet = sheet();
        Problems problems = new Problems();
        SubstationFile.read("site.yaml", SiteFileText.of(sheet), Path.of("none"), problems);
        assertEquals(List.of(), problems.list(), () -> SiteFileText.of(sheet));
        assertTrue(printed.toString().contains("line 26 is taken by contact k60"), printed::toString);
        String evidence = "contact k0: 0 %; line: 21, active: low, energise-to: release";
        assertTrue(flat(ReportText.of(sheet)).contains(evidence), () -> ReportText.of(sheet));
        assertTrue(ReportHtml.of(sheet).contains(evidence), () -> ReportHtml.of(sheet));
        assertTrue(flat(ReportText.of(sheet)).contains("limit not tested"), () -> ReportText.of(sheet));
    }

    /** Without feedback, only a person knows what an order may have left in force; silence is no answer. */
    @Test
    void relaysThatNobodyCanReadAreNotMoved() {
        ask("gpio:mock", CONTACTS, List.of("y", "", ""));
        assertTrue(printed.toString().contains("no feedback contact at k60"), printed::toString);
        assertTrue(flat(ReportText.of(sheet())).contains("nobody knows what the relays say now"), printed::toString);
    }

    @Test
    void theStepsAreMovedFromWhatTheTechnicianSeesAndBackToIt() {
        ask("gpio:mock", CONTACTS, List.of("y", "1.2 MW", ""));
        String report = flat(ReportText.of(sheet()));
        assertTrue(report.contains("cap 1.2 MW: NOT MEASURED"), report);
        assertTrue(report.contains("cap 0 W: NOT MEASURED"), report);
        assertTrue(report.contains("set-point written back: 1.2 MW"), report);
    }

    @Test
    void aMachineWithoutGpioSaysSoAndTheRelaysAreWrittenDownAllTheSame() {
        assumeFalse(Files.exists(Path.of("/dev/gpiochip0")), "this machine has a GPIO chip");
        ask("gpio", CONTACTS, List.of(""));
        assertTrue(printed.toString().contains("RELAYS CANNOT BE MOVED HERE: "), printed::toString);
        SiteSheet sheet = sheet();
        assertTrue(flat(ReportText.of(sheet)).contains("relay steps not tested: "));
        assertFalse(sheet.plants().isEmpty());
        assertEquals(0, sheet.faults());
    }

    /** The meter's line leads nowhere, so its readings are missing. */
    private void ask(String address, List<String> contacts, List<String> rest) {
        String line = draft.line("tcp:127.0.0.1:1").name();
        draft.add(new MeterSheet("m", line, 1, "eastron-sdm630", "SDM630", false, List.of(), List.of()));
        draft.add("wind", "m", ActivePower.ofKilowatts(2_000), "0.5 %");
        String answers = String.join("\n", contacts) + "\n" + String.join("\n", rest) + "\n";
        PrintWriter out = new PrintWriter(printed, true);
        Questions questions = new Questions(new BufferedReader(new StringReader(answers)), out, false);
        StepRunner.Pace pace =
                new StepRunner.Pace(List.of(), Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofMillis(1));
        LimitTest test = new LimitTest(questions, out, draft, Path.of("none"), pace, false);
        new RelayInterview(questions, out, draft, test).ask(Target.parse(address));
    }

    private SiteSheet sheet() {
        return new SiteSheet(
                "kestrel",
                "USD",
                "60 Hz",
                "west",
                "tcp://127.0.0.1:1883",
                "A. Technician",
                Instant.parse("2026-11-22T04:00:00Z"),
                draft.lines(),
                draft.meters(),
                draft.plants(),
                draft.nodes(),
                draft.leftOut());
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
