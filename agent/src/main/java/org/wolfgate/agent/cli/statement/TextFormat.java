package org.wolfgate.agent.cli.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.UnitLine;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/** The statement for people. */
public final class TextFormat {

    private TextFormat() {}

    public static List<String> of(Statement statement) {
        List<String> text = new ArrayList<>();
        text.add("statement of substation " + statement.substation() + ", intervals from " + statement.from() + " to "
                + statement.to() + ", amounts in " + statement.currency());
        text.add(Statement.NOTICE + "; above zero is a credit to the node");
        statement.tariffs().forEach(tariff -> text.add("priced by " + tariff));
        statement.byNode().forEach((node, lines) -> {
            node(text, node, lines);
            statement.orders().stream()
                    .filter(order -> order.node().equals(node))
                    .forEach(order -> text.add(order(order)));
        });
        if (statement.lines().isEmpty()) {
            text.add("no interval was settled in this time");
        }
        return text;
    }

    private static void node(List<String> text, String node, List<StatementEntry> lines) {
        text.add("");
        text.add("node " + node);
        text.add(row(
                "interval from",
                "ver",
                "state",
                "metered Wh",
                "schedule Wh",
                "offset Wh",
                "deviation Wh",
                "Hz",
                "from",
                "price",
                "amount",
                "give or take",
                "flags"));
        for (StatementEntry line : lines) {
            text.add(deviation(line));
            line.settled()
                    .deviation()
                    .price()
                    .gates()
                    .forEach(term -> text.add("    less flowgate " + GateWords.of(term)));
            line.settled().units().forEach(unit -> unit(text, unit));
        }
        total(text, NodeTotal.of(lines));
    }

    private static String deviation(StatementEntry entry) {
        DeviationLine line = entry.settled().deviation();
        return row(
                entry.span().start().toString(),
                Integer.toString(entry.version()),
                entry.finality().name(),
                energy(line.metered().net()),
                energy(line.offset().scheduled()),
                energy(line.offset().effective()),
                energy(line.deviation()),
                line.price().frequency().map(TextFormat::hertz).orElse("-"),
                line.price().source().name().toLowerCase(Locale.ROOT),
                line.price().price().toString(),
                line.amount().toString(),
                line.uncertainty().map(open -> open.amount().toString()).orElse("-"),
                String.join(" ", entry.settled().flags()));
    }

    private static void unit(List<String> text, UnitLine unit) {
        String strike = unit.strike().map(c -> "strike " + c).orElse("not insured");
        if (unit.curtailed().wattHours() != 0) {
            text.add("    unit " + unit.unit() + ", " + strike + ": stood back "
                    + unit.curtailed().wattHours() + " Wh, compensation " + unit.compensation());
        }
        unit.cover()
                .ifPresent(cover -> text.add("    unit " + unit.unit() + ", " + strike + ": insured " + cover.insured()
                        + " at " + cover.rate() + " per MWh, premium "
                        + cover.premium().negate()));
        if (unit.fee().micros() != 0) {
            text.add("    unit " + unit.unit() + ": sold in another zone, fee "
                    + unit.fee().negate());
        }
    }

    private static void total(List<String> text, NodeTotal total) {
        text.add("  sum of " + total.intervals() + " intervals, " + total.provisional()
                + " of them provisional: deviation " + total.deviationWattHours() + " Wh");
        text.add("  deviation " + NodeTotal.rounded(total.deviation()) + " (" + total.deviation() + "), compensation "
                + NodeTotal.rounded(total.compensation()) + " (" + total.compensation() + "), premium "
                + NodeTotal.rounded(total.premium().negate()) + " ("
                + total.premium().negate() + "), fee "
                + NodeTotal.rounded(total.fee().negate()) + " (" + total.fee().negate() + ")");
    }

    private static String order(OrderMoney order) {
        return "  order " + order.order() + ", ended " + order.endedAt() + ": compensation "
                + order.compensation().toPlainString() + " by version " + order.version() + " of its verdict, "
                + (order.isFinal() ? "FINAL" : "PENDING until its spot prices are final");
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-20s %3s %-11s %12s %12s %12s %12s %8s %-5s %12s %16s %14s  %s", cells)
                .stripTrailing();
    }

    private static String energy(Optional<Energy> energy) {
        return energy.map(e -> Long.toString(e.wattHours())).orElse("-");
    }

    private static String hertz(Frequency frequency) {
        return frequency.toString().replace(" Hz", "");
    }
}
