package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.metering.ReactiveInterval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.ReactivePrice;
import org.wolfgate.agent.pricing.Voltage;
import org.wolfgate.agent.settlement.LineFlag;
import org.wolfgate.agent.settlement.ReactiveLine;
import org.wolfgate.agent.settlement.ReactiveTerms;
import org.wolfgate.drivers.GridVoltage;

/** The vars of an interval within its statement record. What was not measured is absent. */
final class ReactiveBody {

    private static final Set<LineFlag> OWN = EnumSet.of(
            LineFlag.VOLTAGE_MISSING,
            LineFlag.VOLTAGE_ESTIMATED,
            LineFlag.REACTIVE_INCOMPLETE,
            LineFlag.REACTIVE_CLAMPED,
            LineFlag.REACTIVE_OUT_OF_RANGE);

    private ReactiveBody() {}

    static void put(ObjectNode json, ReactiveLine line) {
        ReactivePrice formula = line.terms().price();
        line.metered().voltage().ifPresent(mean -> json.put("voltage_mv", mean.millivolts()));
        json.put("voltage_samples", line.metered().samples())
                .put("voltage_samples_expected", line.metered().expected())
                .put("scheduled_voltage_mv", line.terms().scheduled().millivolts());
        line.metered().varHours().ifPresent(vars -> json.put("varh", vars));
        json.put("scheduled_varh", 0)
                .put("base", formula.base().perMegawattHour())
                .put("per_active_price", plain(formula.perActivePrice()))
                .put("doubling", plain(formula.doubling()))
                .put("scale", formula.scale(line.node()).setScale(11));
        line.price().ifPresent(price -> json.put("price", price.perMegawattHour()));
        line.amount().ifPresent(amount -> json.put("amount", amount.amount()));
    }

    /** @param node the line's active price */
    static Optional<ReactiveLine> read(Fields statement, Price node, Set<String> flags) throws MessageException {
        Optional<Fields> found = statement.optionalObject("reactive");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = found.get();
        ReactivePrice formula =
                new ReactivePrice(fields.price("base"), share(fields, "per_active_price"), share(fields, "doubling"));
        ReactiveInterval metered = new ReactiveInterval(
                fields.optionalWhole("voltage_mv").map(GridVoltage::new),
                Math.toIntExact(fields.whole("voltage_samples")),
                Math.toIntExact(fields.whole("voltage_samples_expected")),
                fields.optionalWhole("varh"));
        Set<LineFlag> own = EnumSet.copyOf(OWN);
        own.removeIf(flag -> !flags.contains(flag.name()));
        return Optional.of(new ReactiveLine(
                new ReactiveTerms(formula, new Voltage(fields.whole("scheduled_voltage_mv"))),
                metered,
                node,
                fields.optionalPrice("price"),
                StatementReader.money(fields, "amount"),
                own));
    }

    private static PerUnit share(Fields fields, String name) throws MessageException {
        return PerUnit.of(fields.optionalDecimal(name).orElse(BigDecimal.ZERO));
    }

    private static BigDecimal plain(PerUnit share) {
        return BigDecimal.valueOf(share.billionths(), 9);
    }
}
