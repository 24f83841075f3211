package org.wolfgate.agent.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.wolfgate.agent.insurance.paper.Finding;
import org.wolfgate.agent.insurance.paper.PaperFindings;
import org.wolfgate.agent.insurance.paper.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wolfgate paper}: every published figure of Deng and Oren's section 3 beside ours. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        description =
                "Recomputes the published figures of Deng and Oren, \"Priority Network Access Pricing for Electric"
                        + " Power\", section 3, and says which are right. Exit code 1 if one differs without explanation.")
final class PaperVerb implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Finding> findings = PaperFindings.all();
        String pattern = "%-" + width(findings, Finding::item) + "s | %-" + width(findings, Finding::published)
                + "s | %-" + width(findings, Finding::ours) + "s | %s%n";
        PrintWriter out = spec.commandLine().getOut();
        out.printf(pattern, "item", "published", "ours", "verdict");
        for (Finding finding : findings) {
            out.printf(
                    pattern,
                    finding.item(),
                    finding.published(),
                    finding.ours(),
                    finding.verdict().words());
            if (!finding.why().isEmpty()) {
                out.println("    " + finding.why());
            }
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.DIFFERS) ? 1 : 0;
    }

    /** As wide as the widest cell, but one long formula does not push all others aside. */
    private static int width(List<Finding> findings, Function<Finding, String> cell) {
        int widest = findings.stream()
                .mapToInt(finding -> cell.apply(finding).length())
                .max()
                .orElseThrow();
        return Math.min(widest, 42);
    }
}
