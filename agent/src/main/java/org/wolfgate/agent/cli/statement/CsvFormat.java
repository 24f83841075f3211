package org.wolfgate.agent.cli.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.UnitLine;
import org.wolfgate.drivers.Energy;

/** The statement for a spreadsheet: one row for each amount, so that the column of amounts adds up to the net. */
public final class CsvFormat {

    private static final String HEAD = "id,item,node,unit,start,end,version,finality,metered_wh,scheduled_wh,offset_wh,"
            + "energy_wh,excess_wh,frequency_mhz,frequency_source,price,amount,uncertainty_wh,uncertainty_amount,"
            + "schedule,orders,parameters,mark,flags,basis,gates";

    private CsvFormat() {}

    public static List<String> of(Statement statement) {
        List<String> rows = new ArrayList<>(List.of(HEAD));
        for (StatementEntry line : statement.lines()) {
            rows.add(deviation(line));
            for (UnitLine unit : line.settled().units()) {
                rows.addAll(units(line, unit));
            }
        }
        return rows;
    }

    private static String deviation(StatementEntry entry) {
        DeviationLine line = entry.settled().deviation();
        return row(
                entry,
                "deviation",
                "",
                List.of(
                        energy(line.metered().net()),
                        energy(line.offset().scheduled()),
                        energy(line.offset().effective()),
                        energy(line.deviation()),
                        energy(Optional.of(line.excess())),
                        line.price().frequency().map(f -> "" + f.millihertz()).orElse(""),
                        line.price().source().name(),
                        line.price().price().toString(),
                        line.amount().toString(),
                        line.uncertainty().map(u -> "" + u.energy().wattHours()).orElse(""),
                        line.uncertainty().map(u -> u.amount().toString()).orElse(""),
                        line.offset().scheduleId().orElse(""),
                        String.join(" ", line.offset().orderIds()),
                        line.price().parameterSet(),
                        line.price().mark().toString(),
                        String.join(" ", entry.settled().flags()),
                        basis(line.price()),
                        gates(line.price())));
    }

    /** What of the frequencies was priced; empty without one. */
    private static String basis(IntervalPrice price) {
        PriceBasis basis = price.isMeanOfPrices() ? PriceBasis.MEAN_OF_PRICES : PriceBasis.PRICE_OF_MEAN;
        return price.frequency().map(known -> basis.name()).orElse("");
    }

    /** The flowgates in the price, such as {@code mid: loading 0.9, 511.000000 x 0.4}; empty without any. */
    private static String gates(IntervalPrice price) {
        return price.gates().stream().map(GateWords::of).collect(Collectors.joining("; "));
    }

    private static List<String> units(StatementEntry entry, UnitLine unit) {
        List<String> rows = new ArrayList<>();
        if (unit.curtailed().wattHours() != 0) {
            rows.add(amount(entry, "compensation", unit, unit.strike(), unit.compensation()));
        }
        unit.cover()
                .ifPresent(cover -> rows.add(amount(
                        entry,
                        "premium",
                        unit,
                        Optional.of(cover.rate()),
                        cover.premium().negate())));
        if (unit.fee().micros() != 0) {
            rows.add(amount(entry, "fee", unit, Optional.empty(), unit.fee().negate()));
        }
        return rows;
    }

    private static String amount(
            StatementEntry entry, String item, UnitLine unit, Optional<Price> price, Money credit) {
        String energy = item.equals("compensation") ? energy(Optional.of(unit.curtailed())) : "";
        String rate = price.map(Price::toString).orElse("");
        return row(
                entry,
                item,
                unit.unit(),
                List.of("", "", "", energy, "", "", "", rate, credit.toString(), "", "", "", "", "", "", "", "", ""));
    }

    private static String row(StatementEntry entry, String item, String unit, List<String> values) {
        List<String> cells = new ArrayList<>(List.of(
                entry.id(),
                item,
                entry.settled().node(),
                unit,
                entry.span().start().toString(),
                entry.span().end().toString(),
                Integer.toString(entry.version()),
                entry.finality().name()));
        cells.addAll(values);
        return cells.stream().map(CsvFormat::cell).collect(Collectors.joining(","));
    }

    private static String energy(Optional<Energy> energy) {
        return energy.map(e -> Long.toString(e.wattHours())).orElse("");
    }

    /** Quoted where RFC 4180 asks for it. */
    private static String cell(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
