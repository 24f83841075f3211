package org.wolfgate.agent.dispatch;

import java.util.List;

/** Refuses a malformed problem with one line that names the field, as in a case file, and the index. */
final class ProblemCheck {

    private ProblemCheck() {}

    static void check(
            Mode mode, List<Zone> zones, List<Node> nodes, List<Flowgate> flowgates, List<TransactionUnit> units) {
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("zones.spot is empty: give one price per zone");
        }
        if (mode == Mode.SINGLE && zones.size() != 1) {
            throw new IllegalArgumentException("zones.spot has " + zones.size()
                    + " entries, but mode single balances at one hub: use hub or firm for several zones");
        }
        for (int m = 0; m < zones.size(); m++) {
            zone(m, zones.get(m), nodes.size());
        }
        for (int i = 0; i < nodes.size(); i++) {
            index("nodes.zone", i, nodes.get(i).zone(), zones.size(), "zone");
        }
        for (int l = 0; l < flowgates.size(); l++) {
            flowgate(l, flowgates.get(l), nodes.size());
        }
        for (int u = 0; u < units.size(); u++) {
            unit(u, units.get(u), nodes.size(), zones.size());
        }
    }

    private static void zone(int m, Zone zone, int nodes) {
        finite("zones.spot", m, zone.spot());
        if (zone.hub().members().isEmpty()) {
            throw refusal("zones.hub", m, "names no node");
        }
        double weights = 0;
        for (Hub.Member member : zone.hub().members()) {
            index("zones.hub", m, member.node(), nodes, "node");
            finite("zones.hub", m, member.weight());
            weights += member.weight();
        }
        if (Math.abs(weights - 1) > 1e-9) {
            throw refusal("zones.hub", m, "has weights that sum to " + weights + ", not to 1");
        }
        double least = zone.leastWithdrawal();
        double most = zone.mostWithdrawal();
        number("zones.w_min", m, least);
        number("zones.w_max", m, most);
        if (least > most || least == Double.POSITIVE_INFINITY || most == Double.NEGATIVE_INFINITY) {
            throw refusal("zones.w_min", m, "is " + least + ", above zones.w_max[" + m + "], " + most);
        }
    }

    private static void flowgate(int l, Flowgate gate, int nodes) {
        finite("flowgates.base", l, gate.baseFlow());
        number("flowgates.limit_fwd", l, gate.forwardLimit());
        number("flowgates.limit_rev", l, gate.reverseLimit());
        if (-gate.reverseLimit() > gate.forwardLimit()
                || gate.forwardLimit() == Double.NEGATIVE_INFINITY
                || gate.reverseLimit() == Double.NEGATIVE_INFINITY) {
            throw refusal(
                    "flowgates.limit_rev",
                    l,
                    "is " + gate.reverseLimit() + " and crosses flowgates.limit_fwd[" + l + "], " + gate.forwardLimit()
                            + ": no flow can be within both");
        }
        if (gate.ptdf().size() != nodes) {
            throw refusal("ptdf", l, "has " + gate.ptdf().size() + " entries, needs " + nodes + " (one per node)");
        }
        for (int i = 0; i < nodes; i++) {
            if (!Double.isFinite(gate.ptdf().get(i))) {
                throw new IllegalArgumentException(
                        "ptdf[" + l + "][" + i + "] is " + gate.ptdf().get(i) + ": give a finite number");
            }
        }
    }

    private static void unit(int u, TransactionUnit unit, int nodes, int zones) {
        index("units.node", u, unit.node(), nodes, "node");
        index("units.dest", u, unit.destination(), zones, "zone");
        finite("units.mw", u, unit.megawatts());
        if (unit.megawatts() < 0) {
            throw refusal("units.mw", u, "is " + unit.megawatts() + ": give zero or more MW");
        }
        unit.strike().ifPresent(strike -> finite("units.strike", u, strike));
    }

    private static void index(String field, int position, int value, int size, String what) {
        if (value < 0 || value >= size) {
            throw refusal(
                    field, position, "is " + what + " " + value + ", unknown: there are " + size + ", counted from 0");
        }
    }

    private static void finite(String field, int position, double value) {
        if (!Double.isFinite(value)) {
            throw refusal(field, position, "is " + value + ": give a finite number");
        }
    }

    private static void number(String field, int position, double value) {
        if (Double.isNaN(value)) {
            throw refusal(field, position, "is NaN: give a number");
        }
    }

    private static IllegalArgumentException refusal(String field, int position, String problem) {
        return new IllegalArgumentException(field + "[" + position + "] " + problem);
    }
}
