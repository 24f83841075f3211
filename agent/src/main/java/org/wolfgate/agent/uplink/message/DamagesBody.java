package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Accounting;
import org.wolfgate.agent.settlement.DamagesLine;
import org.wolfgate.agent.settlement.DamagesTerms;
import org.wolfgate.drivers.Energy;

/** The damages of an interval within its statement record. They stand before the price, as every input of an amount does. */
final class DamagesBody {

    private DamagesBody() {}

    static void put(ObjectNode json, DamagesLine damages) {
        json.put("shortfall_wh", damages.shortfall().wattHours())
                .put("ld_accounting", damages.terms().accounting().name())
                .put("contract_price", damages.terms().contract().perMegawattHour())
                .put("ld", damages.amount().amount());
    }

    static Optional<DamagesLine> read(Fields fields) throws MessageException {
        Optional<Energy> shortfall = StatementReader.energy(fields, "shortfall_wh");
        if (shortfall.isEmpty()) {
            return Optional.empty();
        }
        Price contract = fields.price("contract_price");
        Money amount = StatementReader.money(fields, "ld").orElse(Money.ZERO);
        return Optional.of(new DamagesLine(new DamagesTerms(accounting(fields), contract), shortfall.get(), amount));
    }

    private static Accounting accounting(Fields fields) throws MessageException {
        String text = fields.text("ld_accounting");
        try {
            return Accounting.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MessageException("field 'ld_accounting' is neither GROSS nor NET: " + text);
        }
    }
}
