package org.wolfgate.agent.insurance.paper;

import java.util.ArrayList;
import java.util.List;

/** Everything published in section 3 of Deng and Oren, recomputed. */
public final class PaperFindings {

    private PaperFindings() {}

    /** In the order of the paper. */
    public static List<Finding> all() {
        List<Finding> findings = new ArrayList<>(new ThreeNodeFindings().all());
        findings.addAll(FourNodeFindings.all());
        findings.addAll(PropositionFindings.all());
        return List.copyOf(findings);
    }
}
