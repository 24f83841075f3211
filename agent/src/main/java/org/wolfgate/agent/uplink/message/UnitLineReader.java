package org.wolfgate.agent.uplink.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.settlement.UnitLine;
import org.wolfgate.agent.settlement.UnitLine.Cover;
import org.wolfgate.agent.settlement.UnitSpan;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/** Reads the insurance lines of a statement record back. */
final class UnitLineReader {

    private UnitLineReader() {}

    static List<UnitLine> read(Fields statement) throws MessageException {
        List<UnitLine> lines = new ArrayList<>();
        for (Fields unit : statement.optionalObjects("units")) {
            lines.add(new UnitLine(
                    unit.text("unit"),
                    unit.optionalPrice("strike"),
                    StatementReader.energy(unit, "curtailed_wh").orElse(Energy.ZERO),
                    StatementReader.money(unit, "compensation").orElse(Money.ZERO),
                    cover(unit),
                    StatementReader.money(unit, "fee").orElse(Money.ZERO),
                    spans(unit)));
        }
        return lines;
    }

    private static Optional<Cover> cover(Fields unit) throws MessageException {
        Optional<Money> premium = StatementReader.money(unit, "premium");
        return premium.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Cover(unit.price("premium_rate"), new ActivePower(unit.whole("insured_w")), premium.get()));
    }

    private static List<UnitSpan> spans(Fields unit) throws MessageException {
        List<UnitSpan> spans = new ArrayList<>();
        for (Fields span : unit.optionalObjects("spans")) {
            spans.add(new UnitSpan(
                    span.span(),
                    new ActivePower(span.whole("scheduled_w")),
                    new ActivePower(span.whole("granted_w")),
                    span.price("spot"),
                    span.optionalPrice("destination_spot")));
        }
        return spans;
    }
}
