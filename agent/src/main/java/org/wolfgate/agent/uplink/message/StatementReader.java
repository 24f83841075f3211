package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.Finality;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.LineFlag;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.Uncertainty;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * Reads statement records back from a ledger. Records of earlier versions of the agent lack some inputs; what they lack
 * is empty and never guessed.
 */
public final class StatementReader {

    private StatementReader() {}

    /**
     * A statement line as it was recorded.
     *
     * @param interval the record of the interval that it was settled from, if it is at hand
     * @throws MessageException if it is no statement record
     */
    public static SettledInterval read(ObjectNode statement, Optional<ObjectNode> interval) throws MessageException {
        Fields fields = new Fields(statement);
        Set<String> flags = new TreeSet<>(fields.texts("flags"));
        DeviationLine line = line(fields, flags, interval.map(Fields::new));
        Set<LineFlag> insurance = EnumSet.noneOf(LineFlag.class);
        if (flags.contains(LineFlag.SPOT_MISSING.name())) {
            insurance.add(LineFlag.SPOT_MISSING);
        }
        return new SettledInterval(fields.text("node"), line, UnitLineReader.read(fields), insurance);
    }

    private static DeviationLine line(Fields fields, Set<String> flags, Optional<Fields> record)
            throws MessageException {
        Interval span = fields.span();
        int version = Math.toIntExact(fields.whole("version"));
        MeteredInterval metered = MeteredReader.read(span, fields, flags, record);
        IntervalPrice price = price(fields, flags);
        return new DeviationLine(
                metered,
                offset(fields),
                price,
                version,
                Finality.valueOf(fields.text("finality")),
                energy(fields, "deviation_wh"),
                energy(fields, "excess_wh").orElse(Energy.ZERO),
                money(fields, "amount").orElse(Money.ZERO),
                uncertainty(fields, flags),
                new TreeSet<>(flags));
    }

    private static Offset offset(Fields fields) throws MessageException {
        return new Offset(
                energy(fields, "scheduled_wh"),
                energy(fields, "offset_wh"),
                fields.texts("flags").contains(LineFlag.SCHEDULE_CURTAILED.name()),
                energy(fields, "allowed_wh"),
                fields.optionalText("schedule"),
                fields.texts("orders"));
    }

    private static IntervalPrice price(Fields fields, Set<String> flags) throws MessageException {
        String parameters = fields.text("parameters");
        Optional<Frequency> frequency = frequency(fields, "frequency_mhz");
        Optional<Fields> formula = fields.optionalObject("formula");
        Optional<SystemPrice> price =
                formula.isEmpty() ? Optional.empty() : Optional.of(FormulaReader.read(parameters, formula.get()));
        List<GateTerm> gates = GateBody.read(fields);
        boolean awaitsLoading = Finality.valueOf(fields.text("finality")) == Finality.PROVISIONAL
                && gates.stream().anyMatch(term -> term.loading().isEmpty());
        return new IntervalPrice(
                fields.price("price"),
                frequency,
                fields.optionalWhole("ace_w").map(ActivePower::new),
                gates,
                frequency(fields, "iso_frequency_mhz"),
                price,
                parameters,
                frequency.isEmpty() || awaitsLoading,
                flags);
    }

    private static Optional<Uncertainty> uncertainty(Fields fields, Set<String> flags) throws MessageException {
        Optional<Energy> energy = energy(fields, "uncertainty_wh");
        Optional<Money> amount = money(fields, "uncertainty_amount");
        BigDecimal percent = fields.optionalDecimal("accuracy_percent").orElse(BigDecimal.ONE);
        boolean exceeds = flags.contains(LineFlag.BELOW_METER_ACCURACY.name());
        return energy.flatMap(e -> amount.map(a -> new Uncertainty(new AccuracyClass(percent), e, a, exceeds)));
    }

    static Optional<Energy> energy(Fields fields, String name) throws MessageException {
        return fields.optionalWhole(name).map(Energy::new);
    }

    static Optional<Money> money(Fields fields, String name) throws MessageException {
        return fields.optionalDecimal(name).map(Money::of);
    }

    static Optional<Frequency> frequency(Fields fields, String name) throws MessageException {
        return fields.optionalWhole(name).map(value -> new Frequency(Math.toIntExact(value)));
    }

    static Optional<Price> price(Fields fields, String name) throws MessageException {
        return fields.optionalPrice(name);
    }
}
