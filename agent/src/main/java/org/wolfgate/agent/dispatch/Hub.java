package org.wolfgate.agent.dispatch;

import java.util.List;

/**
 * Where a zone withdraws: one node, or several with weights. The PTDF of a hub is the weighted mean of its nodes'.
 *
 * @param members nodes and their weights; the weights sum to 1
 */
public record Hub(List<Member> members) {

    public Hub {
        members = List.copyOf(members);
    }

    /** The share of a hub's withdrawal that one node takes. */
    public record Member(int node, double weight) {}

    /** A hub at one node. */
    public static Hub at(int node) {
        return new Hub(List.of(new Member(node, 1)));
    }

    /** The loading of a flowgate by 1 MW injected at this hub. */
    double loading(Doubles ptdf) {
        double sum = 0;
        for (Member member : members) {
            sum += member.weight() * ptdf.get(member.node());
        }
        return sum;
    }
}
