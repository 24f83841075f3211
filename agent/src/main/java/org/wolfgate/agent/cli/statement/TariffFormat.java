package org.wolfgate.agent.cli.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.pricing.tariff.Bill;
import org.wolfgate.agent.pricing.tariff.Line;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.Energy;

/** Bills by a tariff, for people and for spreadsheets; the tariff's mark is in the head and on every line. */
public final class TariffFormat {

    private TariffFormat() {}

    /** For people: each block, then each band of each charge with the mark of its own rule. */
    public static List<String> text(TariffBasis basis, Statement statement, Map<String, List<BilledBlock>> byNode) {
        Tariff tariff = basis.tariff();
        List<String> text = new ArrayList<>();
        text.add("substation " + statement.substation() + ", blocks from " + statement.from() + " to " + statement.to()
                + ", amounts in " + tariff.currency());
        text.add(Statement.NOTICE + "; above zero is a credit to the node");
        text.add("billed by " + Statement.label(tariff.id(), tariff.mark()) + ", " + tariff.title() + ", "
                + tariff.inForce());
        text.add("every node as " + basis.party().name() + ": " + basis.party().what());
        basis.inputs()
                .forEach((name, value) -> text.add("given by hand for every block: " + name + " " + value + " "
                        + tariff.unit().text()));
        tariff.notes().forEach(note -> text.add("note: " + note));
        byNode.forEach((node, blocks) -> node(text, tariff, node, blocks));
        return text;
    }

    /** For spreadsheets: one row for each band of each charge; an amount that nobody can say is an empty cell. */
    public static List<String> csv(TariffBasis basis, Map<String, List<BilledBlock>> byNode) {
        List<String> rows = new ArrayList<>(List.of("node,start,end,tariff,mark,charge,band,rule_mark,metered_wh,"
                + "scheduled_wh,frequency_mhz,band_mwh,credit_per_mwh,amount,flags,inputs"));
        byNode.forEach((node, blocks) -> blocks.forEach(block -> {
            List<Line> lines = block.bill().map(Bill::lines).orElse(List.of());
            if (lines.isEmpty()) {
                rows.add(row(basis.tariff(), block, "", "", "", "", "", ""));
            }
            lines.forEach(line -> rows.add(row(
                    basis.tariff(),
                    block,
                    line.charge(),
                    line.band(),
                    line.origin().mark(),
                    line.megawattHours().toPlainString(),
                    credit(line),
                    amount(line))));
        }));
        return rows;
    }

    private static void node(List<String> text, Tariff tariff, String node, List<BilledBlock> blocks) {
        text.add("");
        text.add("node " + node);
        text.add(cells("block from", "s", "metered Wh", "schedule Wh", "Hz", "amount", "mark", "flags"));
        Money sum = Money.ZERO;
        int open = 0;
        for (BilledBlock block : blocks) {
            block(text, tariff, block);
            sum = block.settled().map(Bill::total).map(sum::plus).orElse(sum);
            open += block.settled().isPresent() ? 0 : 1;
        }
        text.add("  sum of " + (blocks.size() - open) + " blocks: " + sum
                + (open == 0 ? "" : "; " + open + " more have no amount, which is not zero: see their flags"));
    }

    private static void block(List<String> text, Tariff tariff, BilledBlock block) {
        text.add(cells(
                block.span().start(),
                block.span().length().toSeconds(),
                energy(block.metered()),
                energy(block.scheduled()),
                block.frequency().map(f -> f.toString().replace(" Hz", "")).orElse("-"),
                block.settled().map(bill -> bill.total().toString()).orElse("unknown"),
                tariff.mark(),
                String.join(" ", block.flags())));
        if (!block.given().isEmpty()) {
            text.add("    given: " + block.givenText() + ", in " + tariff.unit().text());
        }
        block.bill().map(Bill::lines).orElse(List.of()).stream()
                .filter(line -> line.megawattSeconds().signum() != 0)
                .forEach(line -> text.add("    " + line.charge() + ", band " + line.band() + ": "
                        + line.megawattHours().toPlainString() + " MWh at "
                        + (line.credit().isPresent()
                                ? credit(line) + " per MWh makes " + amount(line)
                                : "no known rate")
                        + line.netted().map(span -> ", netted over the " + span).orElse("") + " ("
                        + line.origin().mark() + ")"));
    }

    private static String row(Tariff tariff, BilledBlock block, Object... line) {
        return String.join(
                ",",
                block.node(),
                block.span().start().toString(),
                block.span().end().toString(),
                quoted(tariff.id()),
                tariff.mark().toString(),
                quoted(line[0].toString()),
                quoted(line[1].toString()),
                line[2].toString(),
                block.metered().map(e -> "" + e.wattHours()).orElse(""),
                block.scheduled().map(e -> "" + e.wattHours()).orElse(""),
                block.frequency().map(f -> "" + f.millihertz()).orElse(""),
                line[3].toString(),
                line[4].toString(),
                line[5].toString(),
                String.join(" ", block.flags()),
                block.givenText());
    }

    private static String cells(Object... cells) {
        return String.format(Locale.ROOT, "%-20s %6s %13s %13s %8s %16s %-24s %s", cells)
                .stripTrailing();
    }

    private static String energy(Optional<Energy> energy) {
        return energy.map(e -> Long.toString(e.wattHours())).orElse("-");
    }

    private static String credit(Line line) {
        return line.credit().map(c -> c.stripTrailingZeros().toPlainString()).orElse("");
    }

    /** No energy in a band is no amount, whatever its rate. */
    private static String amount(Line line) {
        boolean known = line.credit().isPresent() || line.megawattSeconds().signum() == 0;
        return known ? line.amount().toString() : "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
