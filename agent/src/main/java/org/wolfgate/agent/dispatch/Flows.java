package org.wolfgate.agent.dispatch;

/** Flows that a dispatch makes. */
final class Flows {

    private Flows() {}

    /** The flow on one gate in MW, base flow included. */
    static double on(Flowgate gate, DispatchProblem problem, double[] grants, double[] withdrawals) {
        double flow = gate.baseFlow();
        for (int u = 0; u < grants.length; u++) {
            flow += gate.ptdf().get(problem.units().get(u).node()) * grants[u];
        }
        for (int m = 0; m < withdrawals.length; m++) {
            flow -= problem.zones().get(m).hub().loading(gate.ptdf()) * withdrawals[m];
        }
        return flow;
    }
}
