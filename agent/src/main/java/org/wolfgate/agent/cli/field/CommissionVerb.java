package org.wolfgate.agent.cli.field;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.bringup.ReportHtml;
import org.wolfgate.agent.bringup.ReportText;
import org.wolfgate.agent.bringup.SiteFileText;
import org.wolfgate.agent.bringup.SiteSheet;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate commission LINE@UNIT...}: from devices to a configuration file, with the evidence. */
@Command(
        name = "commission",
        mixinStandardHelpOptions = true,
        description = "Guides through voltages, rotation, direction, CT ratio and a step test of each limit."
                + " Writes substation.yaml, report.txt and report.html (one sheet). Enter takes what stands in [].",
        footer = {
            "",
            "Example:",
            "  wolfgate commission tcp:192.0.2.7@1 tcp:192.0.2.31@1 gpio --out site",
            "",
            Exit.HELP
        })
public final class CommissionVerb implements Callable<Integer> {

    private static final Duration SAMPLE = Duration.ofMillis(500);

    @Parameters(
            arity = "1..*",
            paramLabel = "LINE@UNIT",
            description = "devices, meters and plants in any order; gpio for relays on this machine")
    private List<String> devices = List.of();

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "site", description = "where to write (default: site)")
    private Path folder = Path.of("site");

    @Mixin
    private SiteOption site = new SiteOption();

    @Option(
            names = "--steps",
            paramLabel = "%,...",
            defaultValue = "80,60,30,0",
            description = "of the rating (default: 80,60,30,0)")
    private String steps = "80,60,30,0";

    @Option(
            names = "--hold",
            paramLabel = "S",
            defaultValue = "30",
            description = "watch each kept step (default: 30 s)")
    private int hold = 30;

    @Option(
            names = "--longest",
            paramLabel = "S",
            defaultValue = "120",
            description = "wait for a step (default: 120 s)")
    private int longest = 120;

    @Mixin
    private DeadlineOption deadline = new DeadlineOption(1000);

    @Option(names = "--move", description = "run step tests without asking: plants will move")
    private boolean move;

    @Option(names = "--yes", description = "take every default without asking; moves no plant without --move")
    private boolean yes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Questions questions = Questions.onTerminal(out, yes);
        StepRunner.Pace pace = new StepRunner.Pace(
                ScanTargets.numbers(steps, 0, 100), Duration.ofSeconds(hold), Duration.ofSeconds(longest), SAMPLE);
        List<Target> targets = devices.stream().map(Target::parse).toList();
        String substation = questions.parsed("name of the substation", "substation", Words::name);
        String technician = questions.text("your name", System.getProperty("user.name", ""));
        String nominal = questions.parsed("nominal frequency in Hz, 50 or 60", "60", Words::nominal);
        String voltage = questions.text("line to line voltage in V (Enter: not checked)", "");
        Optional<Long> siteVoltage = voltage.isEmpty() ? Optional.empty() : Optional.of(Words.milli(voltage));
        SiteDraft draft = new SiteDraft();
        LimitTest test = new LimitTest(questions, out, draft, site.folder(), pace, move);
        new Round(
                        questions,
                        out,
                        draft,
                        site.folder(),
                        deadline.get(),
                        new MeterInterview(questions, out, draft, site.profiles(), siteVoltage),
                        new PlantInterview(questions, out, draft, test),
                        new RelayInterview(questions, out, draft, test))
                .go(targets);
        SiteSheet sheet = new SiteSheet(
                substation,
                questions.parsed("currency", "USD", text -> text),
                nominal,
                questions.parsed("price zone", "zone-1", Words::name),
                questions.parsed("the ISO's broker", "tcp://127.0.0.1:1883", Words::broker),
                technician,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                draft.lines(),
                draft.meters(),
                draft.plants(),
                draft.nodes(),
                draft.leftOut());
        return write(sheet, out);
    }

    private int write(SiteSheet sheet, PrintWriter out) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("substation.yaml");
        Files.writeString(file, SiteFileText.of(sheet));
        Files.writeString(folder.resolve("report.txt"), ReportText.of(sheet));
        Files.writeString(folder.resolve("report.html"), ReportHtml.of(sheet));
        Problems problems = new Problems();
        SubstationFile.read(file, problems);
        out.println("wrote " + file + ", report.txt and report.html");
        problems.list().forEach(out::println);
        out.println(
                problems.isEmpty()
                        ? "the file is accepted; next: wolfgate run -c " + file
                        : "the file has problems; correct them, then: wolfgate check " + file);
        out.println(sheet.faults() == 0 ? "no faults found" : sheet.faults() + " faults found; see report.txt");
        out.flush();
        return problems.isEmpty() && sheet.faults() == 0 && sheet.leftOut().isEmpty() ? Exit.FINE : Exit.NOT_FINE;
    }
}
