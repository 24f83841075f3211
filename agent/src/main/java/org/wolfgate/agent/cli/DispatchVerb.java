package org.wolfgate.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.wolfgate.agent.desk.CaseFile;
import org.wolfgate.agent.desk.CaseRights;
import org.wolfgate.agent.desk.DispatchCaseReader;
import org.wolfgate.agent.desk.DispatchJson;
import org.wolfgate.agent.desk.RightsFirstJson;
import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.DispatchFailure;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.Dispatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate dispatch FILE}: dispatches every case of a file and prints a JSON object for each. */
@Command(
        name = "dispatch",
        mixinStandardHelpOptions = true,
        description = "Dispatches the cases of a file by minimum compensation and prints one JSON object for each.")
final class DispatchVerb implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "One case or a list of cases, format wolfgate-dispatch-case/1; - reads standard input.")
    private String file = "-";

    @Option(
            names = "--rights-first",
            description = "curtail what has no flowgate rights before anything that has them; every case must say under"
                    + " 'rights' who holds how much. Only the operator may decide that; 'rights.first' in a case says the"
                    + " same (default: rights change nothing)")
    private boolean rightsFirst;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String doing = file;
        try {
            List<JsonNode> cases = CaseFile.read(file);
            for (int k = 0; k < cases.size(); k++) {
                doing = cases.size() == 1
                        ? file
                        : file + ": case " + k + " (" + cases.get(k).path("id").asText() + ")";
                out.println(solved(cases.get(k)));
            }
            out.flush();
            return 0;
        } catch (IOException | IllegalArgumentException | DispatchFailure e) {
            out.flush();
            spec.commandLine().getErr().println("wolfgate dispatch: " + doing + ": " + e.getMessage());
            return 1;
        }
    }

    private JsonNode solved(JsonNode root) {
        DispatchProblem problem = DispatchCaseReader.read(root);
        boolean first = CaseRights.chosen(root) || rightsFirst;
        long start = System.nanoTime();
        if (first) {
            CaseRights.Ranked ranked = CaseRights.read(root, problem).rank(problem);
            Dispatch dispatch = Dispatcher.solve(ranked.problem());
            return RightsFirstJson.of(problem, ranked, dispatch, (System.nanoTime() - start) / 1e6);
        }
        Dispatch dispatch = Dispatcher.solve(problem);
        return DispatchJson.of(dispatch, (System.nanoTime() - start) / 1e6);
    }
}
