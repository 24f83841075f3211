package org.wolfgate.agent.cli.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.settlement.Explanation;
import org.wolfgate.agent.settlement.InsuranceExplanation;
import org.wolfgate.agent.settlement.ReactiveExplanation;

/** How one line of a statement came about, in sentences. */
public final class ExplainedLine {

    private ExplainedLine() {}

    /**
     * A sentence a line.
     *
     * @param id node, start of the interval and, for another than the latest, version
     * @return empty if the statement has no such line
     */
    public static Optional<List<String>> of(Statement statement, String id) {
        return statement.find(id).map(line -> {
            List<String> sentences = new ArrayList<>();
            sentences.add("Node " + line.settled().node() + " at substation " + statement.substation() + ", amounts in "
                    + statement.currency() + "; " + line.standing() + ".");
            sentences.addAll(Explanation.of(line.settled().deviation()));
            line.settled().reactive().ifPresent(vars -> sentences.addAll(ReactiveExplanation.of(vars)));
            line.settled().units().forEach(unit -> sentences.addAll(InsuranceExplanation.of(unit)));
            return sentences;
        });
    }
}
